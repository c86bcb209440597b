-- Statements by which consumers withdraw from contracts, recorded whether or not such an order exists.
CREATE TABLE "Withdrawal" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "idempotencyKey" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "order" VARCHAR(200) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "emailKey" VARCHAR(254) NOT NULL,
    "part" VARCHAR(400) NOT NULL DEFAULT '',
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "orderId" UUID,
    "isLate" BOOLEAN NOT NULL DEFAULT false,
    "acknowledgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Withdrawal_number_key" ON "Withdrawal"("number");
CREATE UNIQUE INDEX "Withdrawal_idempotencyKey_key" ON "Withdrawal"("idempotencyKey");
CREATE INDEX "Withdrawal_emailKey_submittedAt_idx" ON "Withdrawal"("emailKey", "submittedAt");
CREATE INDEX "Withdrawal_orderId_idx" ON "Withdrawal"("orderId");
CREATE INDEX "Withdrawal_submittedAt_idx" ON "Withdrawal"("submittedAt" DESC);

ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Why a line cannot be withdrawn from, as the shopper was told before ordering.
ALTER TABLE "OrderItem" ADD COLUMN "returnExcluded" VARCHAR(30);

-- What was stated stays as it was stated.
CREATE TRIGGER "Withdrawal_statement_never_changes"
  BEFORE UPDATE OF "number", "idempotencyKey", "name", "order", "email", "part", "submittedAt" ON "Withdrawal"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
