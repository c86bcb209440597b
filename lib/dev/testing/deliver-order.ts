/**
 * Notes that an order has reached its buyer, as carrier and staff would. `run` sends a statement with the order's id as
 * $1 to the store's Postgres.
 */
export async function deliverOrder(
  orderId: string,
  run: (sql: string, orderId: string) => Promise<unknown>,
): Promise<void> {
  await run(`UPDATE "Order" SET status = 'DELIVERED' WHERE id = $1::uuid`, orderId)
  await run(`INSERT INTO "OrderEvent" ("orderId", type, actor) VALUES ($1::uuid, 'DELIVERED', 'carrier')`, orderId)
}
