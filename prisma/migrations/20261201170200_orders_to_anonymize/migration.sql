-- Orders of deleted accounts that still have a name.
CREATE INDEX CONCURRENTLY "Order_to_anonymize" ON "Order"("placedAt") WHERE "ownerGoneAt" IS NOT NULL AND "anonymizedAt" IS NULL;
