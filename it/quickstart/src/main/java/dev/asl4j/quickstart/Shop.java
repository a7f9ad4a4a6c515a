package dev.asl4j.quickstart;

import dev.asl4j.quickstart.OrderFulfilmentTypes.Carrier;
import dev.asl4j.quickstart.OrderFulfilmentTypes.ChargePaymentInput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.ChargePaymentOutput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.CheckOrderInput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.CheckOrderOutput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.Contact;
import dev.asl4j.quickstart.OrderFulfilmentTypes.LoadCustomerInput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.LoadCustomerOutput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.QuoteShippingInput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.QuoteShippingOutput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.ReleaseStockInput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.ReleaseStockOutput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.ReserveStockInput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.ReserveStockOutput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.ScoreRiskInput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.ScoreRiskOutput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.ShipOrderInput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.ShipOrderOutput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.SnsPublishInput;
import dev.asl4j.quickstart.OrderFulfilmentTypes.SnsPublishOutput;
import dev.asl4j.runtime.task.TaskContext;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import schemas.Order;

/**
 * What the tasks of the order workflow do: one method per task, on the types that order-fulfilment.types.json declares. A handler may block,
 * may throw (the exception's class name is then the error name that Retry and Catch see), or throws one of the declared errors.
 */
final class Shop implements OrderFulfilment.Tasks {
    private static final Map<String, BigDecimal> PRICES = Map.of(
            "espresso-500g", new BigDecimal("12.50"),
            "filter-papers", new BigDecimal("2.20"),
            "grinder", new BigDecimal("89.00"),
            "antique-roaster", new BigDecimal("1450.00"));
    private static final Set<String> IN_STOCK = Set.of("espresso-500g", "filter-papers", "grinder");
    private static final BigDecimal BULK_DISCOUNT = new BigDecimal("0.90");

    private final Consumer<String> log;
    private final Set<String> askedCarrier = ConcurrentHashMap.newKeySet();

    Shop(Consumer<String> log) {
        this.log = log;
    }

    @Override
    public CheckOrderOutput checkOrder(CheckOrderInput input, TaskContext task) {
        boolean known = input.lines().stream().map(Order.Line::sku).allMatch(PRICES::containsKey);
        return new CheckOrderOutput(known, known ? "" : "an article of the order is not known");
    }

    @Override
    public LoadCustomerOutput loadCustomer(LoadCustomerInput input, TaskContext task) {
        String id = input.id();
        return new LoadCustomerOutput(id, "Ada of " + id, new Contact(id + "@example.org"));
    }

    @Override
    public ScoreRiskOutput scoreRisk(ScoreRiskInput input, TaskContext task) {
        return new ScoreRiskOutput(input.tier() == Order.Tier.GOLD ? 5 : 40);
    }

    @Override
    public QuoteShippingOutput quoteShipping(QuoteShippingInput input, TaskContext task) {
        if (askedCarrier.add(task.executionName())) {
            throw new OrderFulfilment.Errors.CarrierBusyException("the carrier answers again in a second");
        }
        return input.express()
                ? new QuoteShippingOutput(Carrier.COURIER, new BigDecimal("9.90"))
                : new QuoteShippingOutput(Carrier.POST, new BigDecimal("4.90"));
    }

    @Override
    public ReserveStockOutput reserveStock(ReserveStockInput input, TaskContext task) {
        String sku = input.sku();
        if (!IN_STOCK.contains(sku)) {
            throw new OrderFulfilment.Errors.OutOfStockException(sku + " is sold out");
        }
        BigDecimal amount = PRICES.getOrDefault(sku, BigDecimal.ZERO).multiply(BigDecimal.valueOf(input.quantity()));
        return new ReserveStockOutput(amount, amount.multiply(BULK_DISCOUNT));
    }

    @Override
    public ChargePaymentOutput chargePayment(ChargePaymentInput input, TaskContext task) {
        return new ChargePaymentOutput(input.amounts().stream().reduce(input.shipping(), BigDecimal::add), 1);
    }

    @Override
    public ReleaseStockOutput releaseStock(ReleaseStockInput input, TaskContext task) {
        log.accept("    released what was reserved for " + input.reference());
        return new ReleaseStockOutput(input.reference());
    }

    @Override
    public ShipOrderOutput shipOrder(ShipOrderInput input, TaskContext task) {
        return new ShipOrderOutput(
                input.carrier().text() + "-" + input.reference().replace("/", ""));
    }

    @Override
    public SnsPublishOutput snsPublish(SnsPublishInput input, TaskContext task) {
        log.accept("    mail to " + input.subject() + ": " + input.message());
        return new SnsPublishOutput(task.executionName());
    }
}
