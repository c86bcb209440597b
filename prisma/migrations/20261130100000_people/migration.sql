-- Attempts are counted by rate-limiter-flexible, in a table of its shape. What was counted until now is over in a day.
DROP TABLE "RateLimit";

CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- When staff last decided about a review, so that reports are heard again after the author has edited it.
ALTER TABLE "Review" ADD COLUMN "moderatedAt" TIMESTAMPTZ(3);

-- A report of the same visitor anew is heard if the review was edited since staff looked.
CREATE FUNCTION "flag_review_reported_again"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Review" SET "reportedAt" = clock_timestamp()
  WHERE "id" = NEW."reviewId" AND "reportedAt" IS NULL AND "updatedAt" > coalesce("moderatedAt", '-infinity');
  RETURN NULL;
END;
$$;
CREATE TRIGGER "ReviewReport_flags_again" AFTER UPDATE ON "ReviewReport" FOR EACH ROW
  EXECUTE FUNCTION "flag_review_reported_again"();
