-- The VAT of an order by rate, frozen when it was placed, so that no page computes it again by newer rules.
CREATE TABLE "OrderTax" (
    "orderId" UUID NOT NULL,
    "rate" INTEGER NOT NULL,
    "goods" INTEGER NOT NULL,
    "shipping" INTEGER NOT NULL,
    "tax" INTEGER NOT NULL,

    CONSTRAINT "OrderTax_pkey" PRIMARY KEY ("orderId", "rate")
);

ALTER TABLE "OrderTax" ADD CONSTRAINT "OrderTax_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "OrderTax"
  ADD CONSTRAINT "OrderTax_rate_in_range" CHECK ("rate" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "OrderTax_amounts_not_negative" CHECK ("goods" >= 0 AND "shipping" >= 0 AND "tax" >= 0),
  ADD CONSTRAINT "OrderTax_tax_within_gross" CHECK ("tax" <= "goods" + "shipping");

-- Orders of before: what their pages and mails said, by the rule of that time. Each has at most two rates; the delivery
-- follows the goods, rounded half up, and the lower rate has the rest.
WITH "byRate" AS (
  SELECT o."id", o."shipping", o."tax", i."taxRate" AS "rate", sum(i."total")::bigint AS "goods",
    sum(sum(i."total")) OVER "ofOrder" AS "allGoods",
    row_number() OVER ("ofOrder" ORDER BY i."taxRate" DESC) AS "place",
    count(*) OVER "ofOrder" AS "rates"
  FROM "Order" o JOIN "OrderItem" i ON i."orderId" = o."id"
  GROUP BY o."id", i."taxRate"
  WINDOW "ofOrder" AS (PARTITION BY o."id")
), "rounded" AS (
  SELECT *, CASE WHEN "place" = "rates" OR "allGoods" = 0 THEN 0
    ELSE floor("shipping" * "goods" / "allGoods" + 0.5) END AS "share"
  FROM "byRate"
), "shared" AS (
  SELECT "id", "tax", "rate", "goods", "place",
    CASE WHEN "place" = "rates" THEN "shipping" - sum("share") OVER (PARTITION BY "id") ELSE "share" END AS "shipping"
  FROM "rounded"
), "taxed" AS (
  SELECT *, floor(("goods" + "shipping") * "rate" / (10000 + "rate") + 0.5) AS "contained" FROM "shared"
)
INSERT INTO "OrderTax" ("orderId", "rate", "goods", "shipping", "tax")
SELECT "id", "rate", "goods", "shipping",
  -- A cent that the sum of the parts lacks is the highest rate's.
  "contained" + CASE WHEN "place" = 1 THEN "tax" - sum("contained") OVER (PARTITION BY "id") ELSE 0 END
FROM "taxed";

CREATE TRIGGER "OrderTax_append_only" BEFORE UPDATE OR DELETE ON "OrderTax" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- An order's taxes sum up to what it costs when the transaction commits, and none is added later.
CREATE FUNCTION "check_order_taxes"(checked uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Order" o, (
      SELECT coalesce(sum("goods"), 0) AS "goods", coalesce(sum("shipping"), 0) AS "shipping", coalesce(sum("tax"), 0) AS "tax"
      FROM "OrderTax" WHERE "orderId" = checked
    ) parts
    WHERE o."id" = checked AND parts."goods" = o."subtotal" - o."discount" AND parts."shipping" = o."shipping"
      AND parts."tax" = o."tax"
  ) THEN
    RAISE EXCEPTION 'the taxes of order % do not sum up to its amounts', checked USING ERRCODE = 'check_violation';
  END IF;
END;
$$;
CREATE FUNCTION "check_taxes_of_order"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "check_order_taxes"(NEW."id");
  RETURN NULL;
END;
$$;
CREATE FUNCTION "check_taxes_of_part"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "check_order_taxes"(NEW."orderId");
  RETURN NULL;
END;
$$;
CREATE CONSTRAINT TRIGGER "Order_taxes_add_up" AFTER INSERT OR UPDATE OF "subtotal", "discount", "shipping", "tax" ON "Order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_taxes_of_order"();
CREATE CONSTRAINT TRIGGER "OrderTax_adds_up" AFTER INSERT ON "OrderTax"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_taxes_of_part"();

-- Rates get a first day, and a third class: staple food, which Austria taxes at 4.9 % since 1 July 2026.
UPDATE "Setting" SET "updatedAt" = now(), "value" = (
  SELECT jsonb_object_agg("country", jsonb_build_object(
    'standard', jsonb_build_array(jsonb_build_object('rate', "rates"->'standard', 'from', NULL)),
    'reduced', jsonb_build_array(jsonb_build_object('rate', "rates"->'reduced', 'from', NULL)),
    'staple', jsonb_build_array(jsonb_build_object('rate', "rates"->'reduced', 'from', NULL)) || CASE WHEN "country" = 'AT'
      THEN jsonb_build_array(jsonb_build_object('rate', 490, 'from', '2026-07-01')) ELSE '[]'::jsonb END
  ))
  FROM jsonb_each("value") AS "of" ("country", "rates")
)
WHERE "key" = 'tax' AND jsonb_typeof("value"->'DE'->'standard') = 'number';
