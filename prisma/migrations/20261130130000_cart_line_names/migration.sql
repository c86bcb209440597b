-- A line keeps what it was called when it was added: the product may leave the catalogue. Older lines have no name.
ALTER TABLE "CartItem" ADD COLUMN "name" TEXT, ADD COLUMN "optionsText" TEXT;
