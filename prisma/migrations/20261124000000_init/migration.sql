-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "StockReason" AS ENUM ('INITIAL', 'RECEIPT', 'SALE', 'RETURN', 'CANCELLATION', 'CORRECTION');

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('PENDING', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REFUNDED');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('BANK_TRANSFER', 'ON_DELIVERY');

-- CreateEnum
CREATE TYPE "DeliveryMethod" AS ENUM ('STANDARD', 'EXPRESS');

-- CreateEnum
CREATE TYPE "OrderEventType" AS ENUM ('PLACED', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REFUNDED');

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Inventory" (
    "sku" VARCHAR(40) NOT NULL,
    "productId" CHAR(24) NOT NULL,
    "onHand" INTEGER NOT NULL,
    "lowStockThreshold" INTEGER NOT NULL DEFAULT 5,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Inventory_pkey" PRIMARY KEY ("sku")
);

-- CreateTable
CREATE TABLE "StockMovement" (
    "id" BIGSERIAL NOT NULL,
    "sku" VARCHAR(40) NOT NULL,
    "delta" INTEGER NOT NULL,
    "reason" "StockReason" NOT NULL,
    "orderId" UUID,
    "actor" VARCHAR(100) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StockMovement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PriceChange" (
    "id" BIGSERIAL NOT NULL,
    "sku" VARCHAR(40) NOT NULL,
    "productId" CHAR(24) NOT NULL,
    "price" INTEGER NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "validUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PriceChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cart" (
    "id" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CartItem" (
    "cartId" UUID NOT NULL,
    "sku" VARCHAR(40) NOT NULL,
    "productId" CHAR(24) NOT NULL,
    "quantity" INTEGER NOT NULL,
    "seenUnitPrice" INTEGER NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CartItem_pkey" PRIMARY KEY ("cartId","sku")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "idempotencyKey" UUID NOT NULL,
    "status" "OrderStatus" NOT NULL DEFAULT 'PENDING',
    "email" VARCHAR(254) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "subtotal" INTEGER NOT NULL,
    "discount" INTEGER NOT NULL DEFAULT 0,
    "shipping" INTEGER NOT NULL,
    "tax" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "deliveryMethod" "DeliveryMethod" NOT NULL,
    "expectedOn" DATE NOT NULL,
    "paymentMethod" "PaymentMethod" NOT NULL,
    "shippingAddress" JSONB NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderItem" (
    "orderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sku" VARCHAR(40) NOT NULL,
    "productId" CHAR(24) NOT NULL,
    "name" TEXT NOT NULL,
    "image" TEXT,
    "options" JSON NOT NULL,
    "specs" JSON NOT NULL,
    "unitPrice" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "taxRate" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,

    CONSTRAINT "OrderItem_pkey" PRIMARY KEY ("orderId","position")
);

-- CreateTable
CREATE TABLE "OrderEvent" (
    "id" BIGSERIAL NOT NULL,
    "orderId" UUID NOT NULL,
    "type" "OrderEventType" NOT NULL,
    "note" TEXT,
    "actor" VARCHAR(100) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrderEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(200) NOT NULL,
    "count" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Inventory_productId_idx" ON "Inventory"("productId");

-- CreateIndex
CREATE INDEX "Inventory_updatedAt_idx" ON "Inventory"("updatedAt");

-- CreateIndex
CREATE INDEX "StockMovement_sku_createdAt_idx" ON "StockMovement"("sku", "createdAt");

-- CreateIndex
CREATE INDEX "StockMovement_orderId_idx" ON "StockMovement"("orderId");

-- CreateIndex
CREATE INDEX "PriceChange_sku_validFrom_idx" ON "PriceChange"("sku", "validFrom");

-- CreateIndex
CREATE INDEX "PriceChange_productId_idx" ON "PriceChange"("productId");

-- CreateIndex
CREATE INDEX "Cart_updatedAt_idx" ON "Cart"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Order_idempotencyKey_key" ON "Order"("idempotencyKey");

-- CreateIndex
CREATE INDEX "Order_email_placedAt_idx" ON "Order"("email", "placedAt" DESC);

-- CreateIndex
CREATE INDEX "Order_status_placedAt_idx" ON "Order"("status", "placedAt" DESC);

-- CreateIndex
CREATE INDEX "Order_placedAt_idx" ON "Order"("placedAt" DESC);

-- CreateIndex
CREATE INDEX "OrderItem_productId_idx" ON "OrderItem"("productId");

-- CreateIndex
CREATE INDEX "OrderItem_sku_idx" ON "OrderItem"("sku");

-- CreateIndex
CREATE INDEX "OrderEvent_orderId_createdAt_idx" ON "OrderEvent"("orderId", "createdAt");

-- CreateIndex
CREATE INDEX "RateLimit_expiresAt_idx" ON "RateLimit"("expiresAt");

-- AddForeignKey
ALTER TABLE "StockMovement" ADD CONSTRAINT "StockMovement_sku_fkey" FOREIGN KEY ("sku") REFERENCES "Inventory"("sku") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockMovement" ADD CONSTRAINT "StockMovement_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartItem" ADD CONSTRAINT "CartItem_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the schema language cannot say.

ALTER SEQUENCE "Order_number_seq" RESTART WITH 20001;

ALTER TABLE "Inventory"
  ADD CONSTRAINT "Inventory_onHand_not_negative" CHECK ("onHand" >= 0),
  ADD CONSTRAINT "Inventory_threshold_not_negative" CHECK ("lowStockThreshold" >= 0);

ALTER TABLE "StockMovement" ADD CONSTRAINT "StockMovement_delta_not_zero" CHECK ("delta" <> 0);

ALTER TABLE "PriceChange"
  ADD CONSTRAINT "PriceChange_price_not_negative" CHECK ("price" >= 0),
  ADD CONSTRAINT "PriceChange_ends_after_start" CHECK ("validUntil" IS NULL OR "validUntil" > "validFrom");

ALTER TABLE "CartItem"
  ADD CONSTRAINT "CartItem_quantity_in_range" CHECK ("quantity" BETWEEN 1 AND 99),
  ADD CONSTRAINT "CartItem_price_not_negative" CHECK ("seenUnitPrice" >= 0);

ALTER TABLE "Order"
  ADD CONSTRAINT "Order_amounts_not_negative" CHECK ("subtotal" >= 0 AND "discount" >= 0 AND "shipping" >= 0 AND "tax" >= 0 AND "total" >= 0),
  ADD CONSTRAINT "Order_total_adds_up" CHECK ("total" = "subtotal" - "discount" + "shipping"),
  ADD CONSTRAINT "Order_tax_within_total" CHECK ("tax" <= "total"),
  ADD CONSTRAINT "Order_discount_within_subtotal" CHECK ("discount" <= "subtotal");

ALTER TABLE "OrderItem"
  ADD CONSTRAINT "OrderItem_quantity_positive" CHECK ("quantity" > 0),
  ADD CONSTRAINT "OrderItem_price_not_negative" CHECK ("unitPrice" >= 0),
  ADD CONSTRAINT "OrderItem_tax_rate_in_range" CHECK ("taxRate" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "OrderItem_total_adds_up" CHECK ("total" = "unitPrice" * "quantity");

ALTER TABLE "RateLimit" ADD CONSTRAINT "RateLimit_count_positive" CHECK ("count" > 0);

-- Ledgers are added to, never changed.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "StockMovement_append_only" BEFORE UPDATE OR DELETE ON "StockMovement" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PriceChange_append_only" BEFORE UPDATE OR DELETE ON "PriceChange" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "OrderEvent_append_only" BEFORE UPDATE OR DELETE ON "OrderEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "OrderItem_append_only" BEFORE UPDATE OR DELETE ON "OrderItem" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- An order's lines sum up to its subtotal when the transaction commits, and none is added later.
CREATE FUNCTION "check_order_subtotal"(checked uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "subtotal" FROM "Order" WHERE "id" = checked) <> (SELECT coalesce(sum("total"), 0) FROM "OrderItem" WHERE "orderId" = checked) THEN
    RAISE EXCEPTION 'the lines of order % do not sum up to its subtotal', checked USING ERRCODE = 'check_violation';
  END IF;
END;
$$;
CREATE FUNCTION "check_subtotal_of_order"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "check_order_subtotal"(NEW."id");
  RETURN NULL;
END;
$$;
CREATE FUNCTION "check_subtotal_of_line"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "check_order_subtotal"(NEW."orderId");
  RETURN NULL;
END;
$$;
CREATE CONSTRAINT TRIGGER "Order_subtotal_adds_up" AFTER INSERT OR UPDATE OF "subtotal" ON "Order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_subtotal_of_order"();
CREATE CONSTRAINT TRIGGER "OrderItem_subtotal_adds_up" AFTER INSERT ON "OrderItem"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_subtotal_of_line"();

-- Who polls for changes reads by this time, so whoever changes stock need not remember to set it.
CREATE FUNCTION "touch_updated_at"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."updatedAt" := clock_timestamp();
  RETURN NEW;
END;
$$;
CREATE TRIGGER "Inventory_touch" BEFORE UPDATE ON "Inventory" FOR EACH ROW EXECUTE FUNCTION "touch_updated_at"();
CREATE TRIGGER "Order_touch" BEFORE UPDATE ON "Order" FOR EACH ROW EXECUTE FUNCTION "touch_updated_at"();
