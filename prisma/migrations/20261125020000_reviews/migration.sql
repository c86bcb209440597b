-- CreateEnum
CREATE TYPE "ReportReason" AS ENUM ('SPAM', 'OFFENSIVE', 'PERSONAL', 'OFF_TOPIC', 'UNTRUE');

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "productId" CHAR(24) NOT NULL,
    "sku" VARCHAR(40) NOT NULL,
    "orderId" UUID,
    "position" INTEGER,
    "rating" SMALLINT NOT NULL,
    "title" VARCHAR(100) NOT NULL,
    "text" VARCHAR(2000) NOT NULL,
    "author" VARCHAR(60) NOT NULL,
    "variant" VARCHAR(300) NOT NULL DEFAULT '',
    "helpful" INTEGER NOT NULL DEFAULT 0,
    "reportedAt" TIMESTAMPTZ(3),
    "hiddenAt" TIMESTAMPTZ(3),
    "hiddenWhy" VARCHAR(300),
    "hiddenBy" VARCHAR(100),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewVote" (
    "reviewId" UUID NOT NULL,
    "visitorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewVote_pkey" PRIMARY KEY ("reviewId","visitorId")
);

-- CreateTable
CREATE TABLE "ReviewReport" (
    "reviewId" UUID NOT NULL,
    "visitorId" UUID NOT NULL,
    "reason" "ReportReason" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewReport_pkey" PRIMARY KEY ("reviewId","visitorId")
);

-- CreateIndex
CREATE INDEX "Review_productId_createdAt_id_idx" ON "Review"("productId", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Review_productId_helpful_createdAt_id_idx" ON "Review"("productId", "helpful" DESC, "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Review_productId_rating_createdAt_id_idx" ON "Review"("productId", "rating", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Review_reportedAt_idx" ON "Review"("reportedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Review_orderId_position_key" ON "Review"("orderId", "position");

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_orderId_position_fkey" FOREIGN KEY ("orderId", "position") REFERENCES "OrderItem"("orderId", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewVote" ADD CONSTRAINT "ReviewVote_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewReport" ADD CONSTRAINT "ReviewReport_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What the schema language cannot say.

ALTER TABLE "Review"
  ADD CONSTRAINT "Review_rating_in_range" CHECK ("rating" BETWEEN 1 AND 5),
  ADD CONSTRAINT "Review_says_something" CHECK (btrim("title") <> '' AND btrim("text") <> '' AND btrim("author") <> ''),
  ADD CONSTRAINT "Review_helpful_not_negative" CHECK ("helpful" >= 0),
  ADD CONSTRAINT "Review_line_is_whole" CHECK (("orderId" IS NULL) = ("position" IS NULL)),
  ADD CONSTRAINT "Review_hidden_for_a_reason" CHECK (("hiddenAt" IS NULL) = ("hiddenWhy" IS NULL) AND ("hiddenAt" IS NULL) = ("hiddenBy" IS NULL));

-- A review is of what was bought.
CREATE FUNCTION "check_review_line"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."orderId" IS NOT NULL AND NOT EXISTS (
    SELECT FROM "OrderItem" i WHERE i."orderId" = NEW."orderId" AND i."position" = NEW."position"
      AND i."sku" = NEW."sku" AND i."productId" = NEW."productId"
  ) THEN
    RAISE EXCEPTION 'review % is not of what its order line holds', NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "Review_of_its_line" BEFORE INSERT OR UPDATE OF "orderId", "position", "sku", "productId" ON "Review"
  FOR EACH ROW EXECUTE FUNCTION "check_review_line"();

CREATE TRIGGER "Review_touch" BEFORE UPDATE ON "Review" FOR EACH ROW
  WHEN ((OLD."rating", OLD."title", OLD."text", OLD."author") IS DISTINCT FROM (NEW."rating", NEW."title", NEW."text", NEW."author"))
  EXECUTE FUNCTION "touch_updated_at"();

-- A review's votes are the sum of its rows, whoever writes them. By statement, so that many cost one update.
CREATE FUNCTION "count_votes_cast"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Review" r SET "helpful" = r."helpful" + cast_now.votes
  FROM (SELECT "reviewId", count(*) AS votes FROM changed GROUP BY "reviewId") cast_now WHERE r."id" = cast_now."reviewId";
  RETURN NULL;
END;
$$;
CREATE FUNCTION "count_votes_taken_back"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Review" r SET "helpful" = r."helpful" - gone.votes
  FROM (SELECT "reviewId", count(*) AS votes FROM changed GROUP BY "reviewId") gone WHERE r."id" = gone."reviewId";
  RETURN NULL;
END;
$$;
CREATE TRIGGER "ReviewVote_cast" AFTER INSERT ON "ReviewVote" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_votes_cast"();
CREATE TRIGGER "ReviewVote_taken_back" AFTER DELETE ON "ReviewVote" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "count_votes_taken_back"();

-- A report waits for the staff. Who reports the same again after they looked is not heard a second time.
CREATE FUNCTION "flag_reported_review"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Review" SET "reportedAt" = clock_timestamp() WHERE "id" = NEW."reviewId" AND "reportedAt" IS NULL;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "ReviewReport_flags" AFTER INSERT ON "ReviewReport" FOR EACH ROW EXECUTE FUNCTION "flag_reported_review"();
