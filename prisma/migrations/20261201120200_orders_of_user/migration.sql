-- The orders of an account, the newest first.
CREATE INDEX CONCURRENTLY "Order_userId_placedAt_idx" ON "Order"("userId", "placedAt" DESC);
