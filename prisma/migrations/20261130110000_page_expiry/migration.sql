-- The log of expired pages. Every instance follows it: rows of a transaction that was still open when an instance last read
-- have an xid that is not below the oldest open one of that moment.
CREATE TABLE "PageExpiry" (
  "id" BIGSERIAL PRIMARY KEY,
  "tags" TEXT[],
  "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
  "xid" xid8 NOT NULL DEFAULT pg_current_xact_id()
);

CREATE INDEX "PageExpiry_xid_idx" ON "PageExpiry"("xid");
CREATE INDEX "PageExpiry_at_idx" ON "PageExpiry"("at");

-- Wakes the instances when the transaction commits.
CREATE FUNCTION notify_page_expiry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('page_expiry', '');
  RETURN NULL;
END $$;

CREATE TRIGGER "PageExpiry_notify" AFTER INSERT ON "PageExpiry"
  FOR EACH STATEMENT EXECUTE FUNCTION notify_page_expiry();
