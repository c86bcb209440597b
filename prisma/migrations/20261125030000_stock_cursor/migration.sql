-- Changes of stock are read in pages by moment and SKU. By the moment alone, each page of a bulk change that bears one moment
-- would sort all of its rows again.
CREATE INDEX "Inventory_updatedAt_sku_idx" ON "Inventory"("updatedAt", "sku");
DROP INDEX "Inventory_updatedAt_idx";
