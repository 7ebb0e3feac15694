package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.List;

/** The places of a tenant that rules look at, found in one walk through all of its objects. */
final class Survey {

  private final List<List<Place>> places = new ArrayList<>();

  private Survey() {
    for (int i = 0; i < Trait.values().length; i++) {
      places.add(new ArrayList<>(0));
    }
  }

  /** Walks through the objects of a tenant. */
  static Survey of(List<ObjectValues> objects, Spots spots) {
    Survey survey = new Survey();
    spots.begin();
    for (ObjectValues object : objects) {
      for (Spot spot : spots.of(object.object())) {
        survey.add(object, object.root(), spot);
      }
    }
    return survey;
  }

  /** The places with that trait, in the order of objects. */
  List<Place> places(Trait trait) {
    return places.get(trait.position());
  }

  private void add(ObjectValues object, Node parent, Spot spot) {
    Node node = new Node(parent, spot.step(), spot.value());
    if (spot.traits() != 0) {
      Place place = new Place(object, node);
      for (int rest = spot.traits(); rest != 0; rest &= rest - 1) {
        places.get(Integer.numberOfTrailingZeros(rest)).add(place);
      }
    }
    for (Spot below : spot.below()) {
      add(object, node, below);
    }
  }
}
