-- Orders of guests, which join the account with their address.
CREATE INDEX CONCURRENTLY "Order_emailKey_idx" ON "Order"("emailKey");
