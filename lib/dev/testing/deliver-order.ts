/**
 * Marks an order as delivered, with the status and the event that carrier and staff would record. `run` executes a
 * statement in the store's Postgres; the order's id is $1.
 */
export async function deliverOrder(
  orderId: string,
  run: (sql: string, orderId: string) => Promise<unknown>,
): Promise<void> {
  await run(`UPDATE "Order" SET status = 'DELIVERED' WHERE id = $1::uuid`, orderId)
  await run(`INSERT INTO "OrderEvent" ("orderId", type, actor) VALUES ($1::uuid, 'DELIVERED', 'carrier')`, orderId)
}
