package app;

import dev.asl4j.runtime.task.TaskContext;
import java.util.List;
import schemas.Order;
import schemas.Payment;
import shopping.Shop;
import shopping.ShopTypes;

public final class Program implements Shop.Tasks {
  @Override
  public Payment charge(ShopTypes.ChargeInput input, TaskContext task) {
    if (input.amount() > 1000) {
      throw new Shop.Errors.CardDeclinedException("limit is 1000 " + input.currency());
    }
    return input.lines().isEmpty() ? new Payment.Transfer("DE00") : new Payment.Card("4242");
  }

  @Override
  public Long count(List<Order.Line> input, TaskContext task) {
    return (long) input.size();
  }

  public static String run(double total, String... items) {
    List<Order.Line> lines = List.of(items).stream().map(Order.Line::new).toList();
    ShopTypes.Output receipt = new Shop(new Program()).run(new Order("order-42", total, lines));
    return receipt.orderId() + " " + receipt.by() + " " + receipt.lines();
  }
}
