package io.tenantsmith.plan.form.html;

/**
 * What a page can hold, so that a browser opens it at once. Groups come worst first, so the room
 * goes to those; what finds none is counted, and the page says so.
 */
final class PageRoom {

  /** Characters of objects that are shown whole. */
  private static final int WHOLE_OBJECTS = 4_000_000;

  /** Characters of all that opens below the groups' lines. */
  private static final int BODIES = 24_000_000;

  private long wholes = WHOLE_OBJECTS;
  private long bodies = BODIES;
  private int objectsLeftOut;
  private int bodiesLeftOut;

  /** Takes room for an object that is shown whole, or counts it as left out. */
  boolean hasRoomForWhole(Part object) {
    long size = size(object);
    if (size > wholes) {
      objectsLeftOut++;
      return false;
    }
    wholes -= size;
    return true;
  }

  /** Takes room for what opens below a line, or counts it as left out. */
  boolean hasRoomForBody(int characters) {
    if (characters > bodies) {
      bodiesLeftOut++;
      return false;
    }
    bodies -= characters;
    return true;
  }

  /** Objects whose names alone are shown. */
  int objectsLeftOut() {
    return objectsLeftOut;
  }

  /** Groups whose lines alone are shown. */
  int bodiesLeftOut() {
    return bodiesLeftOut;
  }

  private static long size(Part part) {
    if (part instanceof Words words) {
      return words.text().length();
    }
    return ((Element) part).parts().stream().mapToLong(PageRoom::size).sum();
  }
}
