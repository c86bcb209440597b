-- CreateTable
CREATE TABLE "BoughtTogether" (
    "productId" CHAR(24) NOT NULL,
    "rank" SMALLINT NOT NULL,
    "otherId" CHAR(24) NOT NULL,
    "orders" INTEGER NOT NULL,

    CONSTRAINT "BoughtTogether_pkey" PRIMARY KEY ("productId","rank")
);

ALTER TABLE "BoughtTogether"
  ADD CONSTRAINT "BoughtTogether_rank_in_range" CHECK ("rank" BETWEEN 1 AND 8),
  ADD CONSTRAINT "BoughtTogether_enough_orders" CHECK ("orders" >= 2),
  ADD CONSTRAINT "BoughtTogether_two_products" CHECK ("productId" <> "otherId");
