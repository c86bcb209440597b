-- Lists of things that people saved, and who wants to hear of a product.
ALTER TABLE "Inventory" ADD COLUMN "restockedAt" TIMESTAMPTZ(3);

CREATE TABLE "Wishlist" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "shareToken" VARCHAR(43),
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Wishlist_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Wishlist_default_stays" CHECK (NOT "isDefault" OR "deletedAt" IS NULL)
);
CREATE UNIQUE INDEX "Wishlist_shareToken_key" ON "Wishlist"("shareToken");
CREATE INDEX "Wishlist_userId_createdAt_idx" ON "Wishlist"("userId", "createdAt");
CREATE UNIQUE INDEX "Wishlist_one_default" ON "Wishlist"("userId") WHERE "isDefault";
ALTER TABLE "Wishlist" ADD CONSTRAINT "Wishlist_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "WishlistItem" (
    "id" UUID NOT NULL,
    "wishlistId" UUID NOT NULL,
    "productId" CHAR(24) NOT NULL,
    "sku" VARCHAR(40),
    "savedPrice" INTEGER NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" TEXT NOT NULL,
    "image" TEXT,
    "category" TEXT NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "WishlistItem_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "WishlistItem_price" CHECK ("savedPrice" >= 0)
);
CREATE UNIQUE INDEX "WishlistItem_wishlistId_productId_key" ON "WishlistItem"("wishlistId", "productId");
CREATE INDEX "WishlistItem_productId_idx" ON "WishlistItem"("productId");
ALTER TABLE "WishlistItem" ADD CONSTRAINT "WishlistItem_wishlistId_fkey" FOREIGN KEY ("wishlistId") REFERENCES "Wishlist"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "PriceDropNotice" (
    "userId" UUID NOT NULL,
    "productId" CHAR(24) NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PriceDropNotice_pkey" PRIMARY KEY ("userId", "productId")
);
ALTER TABLE "PriceDropNotice" ADD CONSTRAINT "PriceDropNotice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "StockNotice" (
    "id" UUID NOT NULL,
    "sku" VARCHAR(40) NOT NULL,
    "productId" CHAR(24) NOT NULL,
    "userId" UUID,
    "email" VARCHAR(254),
    "emailKey" VARCHAR(254),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notifiedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StockNotice_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "StockNotice_of_one" CHECK (("userId" IS NULL) <> ("email" IS NULL) AND ("email" IS NULL) = ("emailKey" IS NULL))
);
CREATE INDEX "StockNotice_sku_idx" ON "StockNotice"("sku");
CREATE INDEX "StockNotice_userId_idx" ON "StockNotice"("userId");
CREATE INDEX "StockNotice_emailKey_idx" ON "StockNotice"("emailKey");
CREATE UNIQUE INDEX "StockNotice_one_of_person" ON "StockNotice"("sku", "userId") WHERE "notifiedAt" IS NULL AND "userId" IS NOT NULL;
CREATE UNIQUE INDEX "StockNotice_one_of_guest" ON "StockNotice"("sku", "emailKey") WHERE "notifiedAt" IS NULL AND "emailKey" IS NOT NULL;
ALTER TABLE "StockNotice" ADD CONSTRAINT "StockNotice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
