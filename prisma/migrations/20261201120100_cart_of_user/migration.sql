-- Each account has one cart, and one that is saved for later.
CREATE UNIQUE INDEX CONCURRENTLY "Cart_userId_isSaved_key" ON "Cart"("userId", "isSaved");
