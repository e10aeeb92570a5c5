import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** People, how they sign in, and what is theirs. The first five tables are better-auth's. */
export const people: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db;
    await schema
      .createTable("person")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("email", "text", (column) => column.notNull().unique())
      .addColumn("email_verified", "integer", (column) => column.notNull())
      .addColumn("image", "text")
      .addColumn("created", "text", (column) => column.notNull())
      .addColumn("changed", "text", (column) => column.notNull())
      .addColumn("second_factor", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("role", "text", (column) => column.notNull())
      .addColumn("ended", "text")
      .execute();
    await schema
      .createTable("session")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("token", "text", (column) => column.notNull().unique())
      .addColumn("expires", "text", (column) => column.notNull())
      .addColumn("created", "text", (column) => column.notNull())
      .addColumn("changed", "text", (column) => column.notNull())
      .addColumn("address", "text")
      .addColumn("browser", "text")
      .execute();
    await schema.createIndex("session_by_person").on("session").column("person").execute();
    await schema
      .createTable("account")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("provider", "text", (column) => column.notNull())
      .addColumn("account", "text", (column) => column.notNull())
      .addColumn("password", "text")
      .addColumn("access_token", "text")
      .addColumn("refresh_token", "text")
      .addColumn("id_token", "text")
      .addColumn("access_expires", "text")
      .addColumn("refresh_expires", "text")
      .addColumn("scope", "text")
      .addColumn("created", "text", (column) => column.notNull())
      .addColumn("changed", "text", (column) => column.notNull())
      .addUniqueConstraint("account_key", ["provider", "account"])
      .execute();
    await schema.createIndex("account_by_person").on("account").column("person").execute();
    await schema
      .createTable("verification")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("identifier", "text", (column) => column.notNull())
      .addColumn("value", "text", (column) => column.notNull())
      .addColumn("expires", "text", (column) => column.notNull())
      .addColumn("created", "text", (column) => column.notNull())
      .addColumn("changed", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("verification_by_identifier").on("verification").column("identifier").execute();
    await schema
      .createTable("second_factor")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("secret", "text", (column) => column.notNull())
      .addColumn("backup_codes", "text", (column) => column.notNull())
      .addColumn("verified", "integer")
      .addColumn("failures", "integer")
      .addColumn("locked_until", "text")
      .execute();
    await schema.createIndex("second_factor_by_person").on("second_factor").column("person").execute();
    await schema
      .createTable("person_centre")
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("centre", "text", (column) => column.notNull())
      .addColumn("decides", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("person_centre_key", ["person", "centre"])
      .execute();
    await schema.createIndex("person_centre_by_centre").on("person_centre").column("centre").execute();
    await schema
      .createTable("link")
      .addColumn("hash", "text", (column) => column.primaryKey())
      .addColumn("purpose", "text", (column) => column.notNull())
      .addColumn("person", "text")
      .addColumn("made", "text", (column) => column.notNull())
      .addColumn("expires", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("token")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("hash", "text", (column) => column.notNull().unique())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("role", "text", (column) => column.notNull())
      .addColumn("centres", "text", (column) => column.notNull())
      .addColumn("made", "text", (column) => column.notNull())
      .addColumn("expires", "text")
      .addColumn("last_used", "text")
      .execute();
    await schema.createIndex("token_by_person").on("token").column("person").execute();
  },
};
