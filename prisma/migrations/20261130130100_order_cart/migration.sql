-- The cart that the order emptied. What is in it later belongs to another order, also under the same idempotency key.
-- No foreign key: carts are deleted after 30 days, orders stay.
ALTER TABLE "Order" ADD COLUMN "cartId" UUID;
