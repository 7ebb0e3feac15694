package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Item;
import io.tenantsmith.engine.StepPlan.Topic;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TierKeys;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * What a month costs of which nothing but data is kept, as far as the tier states prices: its
 * claims are metered on. Nothing here knows whether the price of a month is still to be paid.
 */
record KeptCost(Passage passage, String tier, Settings prices) {

  /** Hours of a month, on average. */
  private static final BigDecimal HOURS = BigDecimal.valueOf(730);

  private static final BigDecimal GIBI = BigDecimal.valueOf(Bytes.GI);

  /** Says it; nothing of a tier without prices. */
  static void describe(Passage passage, StepDraft draft) {
    passage
        .tenant()
        .map(tenant -> new KeptCost(passage, tenant.tier(), tenant.settings()))
        .ifPresent(cost -> cost.describe(draft));
  }

  private void describe(StepDraft draft) {
    Optional<BigDecimal> month = prices.value(TierKeys.PRICE_MONTHLY);
    Optional<BigDecimal> storage = prices.value(TierKeys.PRICE_STORAGE);
    storage.ifPresent(price -> draft.say(Topic.COST, ofStorage(price)));
    if (storage.isEmpty() && month.isPresent()) {
      draft.say(Topic.COST, "tier " + tier + " states no price for the storage that is kept");
    }
    month
        .filter(price -> price.signum() > 0)
        .ifPresent(
            price ->
                draft.say(
                    Topic.COST,
                    "whether the "
                        + money(price)
                        + " a month of tier "
                        + tier
                        + " are due as well, the tier does not say"));
  }

  private String ofStorage(BigDecimal price) {
    if (passage.before().remembered().known().isEmpty()) {
      return "the storage's is not known: the index does not say what the database has";
    }
    BigDecimal kept =
        Claims.of(passage.fresh(), passage.before()).stream()
            .map(KeptCost::gibi)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal included = prices.value(TierKeys.INCLUDED_STORAGE).orElse(BigDecimal.ZERO);
    BigDecimal billed = kept.multiply(HOURS).subtract(included).max(BigDecimal.ZERO);
    String free =
        included.signum() == 0 ? "" : ", without the " + plain(included) + " that are included";
    return money(billed.multiply(price))
        + " for "
        + plain(kept)
        + "Gi in a month of "
        + HOURS
        + " hours, at "
        + currency(plain(price))
        + " for 1Gi and an hour"
        + free;
  }

  private static BigDecimal gibi(Item claim) {
    return Bytes.parse(Objects.requireNonNullElse(claim.size(), ""))
        .value()
        .map(size -> BigDecimal.valueOf(size.count()).divide(GIBI))
        .orElse(BigDecimal.ZERO);
  }

  private String money(BigDecimal amount) {
    return currency(amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString());
  }

  private String currency(String amount) {
    return prices.value(TierKeys.CURRENCY).map(code -> code + " " + amount).orElse(amount);
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.toPlainString();
  }
}
