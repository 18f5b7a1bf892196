using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Classroom.School.Postgres.Migrations
{
    /// <summary>
    /// Where the nodes of a cluster find each other. SQLite has no counterpart: there one process does everything. No entity
    /// is mapped to these tables: Orleans' ADO.NET clustering reads and writes them, through statements that it looks up by
    /// name in the table OrleansQuery. The names, parameters and result columns are that provider's; the tables behind them
    /// and the statements are ours. A version of Orleans that asks for more needs another migration.
    /// </summary>
    public partial class ClusterMembership : Migration
    {
        private const string Node = """ "ClusterId" = @DeploymentId AND "Address" = @Address AND "Port" = @Port AND "Generation" = @Generation""";

        private const string Read = """
            SELECT v."Version", n."Address", n."Port", n."Generation", n."SiloName", n."HostName", n."Status", n."ProxyPort", n."SuspectTimes", n."StartTime", n."IAmAliveTime"
            FROM "ClusterVersions" v LEFT JOIN "ClusterNodes" n ON n."ClusterId" = v."ClusterId"
            """;

        private static readonly (string Name, string Sql)[] Statements =
        [
            ("InsertMembershipVersionKey", """
                WITH added AS (INSERT INTO "ClusterVersions" ("ClusterId", "Version") VALUES (@DeploymentId, 0) ON CONFLICT DO NOTHING RETURNING 1)
                SELECT EXISTS (SELECT 1 FROM added)
                """),

            // Each change of the membership counts the version up, from the one its writer has read. A second writer waits for
            // the first one's lock on the row of the version, finds another version then, and changes nothing.
            ("InsertMembershipKey", $"""
                WITH counted AS (
                    UPDATE "ClusterVersions" SET "Version" = "Version" + 1
                    WHERE "ClusterId" = @DeploymentId AND "Version" = @Version AND NOT EXISTS (SELECT 1 FROM "ClusterNodes" WHERE{Node})
                    RETURNING 1),
                added AS (
                    INSERT INTO "ClusterNodes" ("ClusterId", "Address", "Port", "Generation", "SiloName", "HostName", "Status", "ProxyPort", "StartTime", "IAmAliveTime")
                    SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM counted
                    RETURNING 1)
                SELECT EXISTS (SELECT 1 FROM added)
                """),
            ("UpdateMembershipKey", $"""
                WITH counted AS (
                    UPDATE "ClusterVersions" SET "Version" = "Version" + 1
                    WHERE "ClusterId" = @DeploymentId AND "Version" = @Version AND EXISTS (SELECT 1 FROM "ClusterNodes" WHERE{Node})
                    RETURNING 1),
                changed AS (
                    UPDATE "ClusterNodes" SET "Status" = @Status, "SuspectTimes" = @SuspectTimes, "IAmAliveTime" = @IAmAliveTime
                    WHERE{Node} AND EXISTS (SELECT 1 FROM counted)
                    RETURNING 1)
                SELECT EXISTS (SELECT 1 FROM changed)
                """),
            ("UpdateIAmAlivetimeKey", $"""UPDATE "ClusterNodes" SET "IAmAliveTime" = @IAmAliveTime WHERE{Node}"""),
            ("MembershipReadAllKey", $"""{Read} WHERE v."ClusterId" = @DeploymentId"""),
            ("MembershipReadRowKey", $"""
                {Read} AND n."Address" = @Address AND n."Port" = @Port AND n."Generation" = @Generation
                WHERE v."ClusterId" = @DeploymentId
                """),
            ("GatewaysQueryKey", """
                SELECT "Address", "ProxyPort", "Generation" FROM "ClusterNodes"
                WHERE "ClusterId" = @DeploymentId AND "Status" = @Status AND "ProxyPort" > 0
                """),

            // 6: dead, as Orleans numbers a silo's states.
            ("CleanupDefunctSiloEntriesKey", """
                DELETE FROM "ClusterNodes" WHERE "ClusterId" = @DeploymentId AND "Status" = 6 AND "IAmAliveTime" < @IAmAliveTime
                """),
            ("DeleteMembershipTableEntriesKey", """
                WITH gone AS (DELETE FROM "ClusterNodes" WHERE "ClusterId" = @DeploymentId)
                DELETE FROM "ClusterVersions" WHERE "ClusterId" = @DeploymentId
                """),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Without quotes, because the provider asks for the first table without them.
            migrationBuilder.Sql("""
                CREATE TABLE OrleansQuery (QueryKey text PRIMARY KEY, QueryText text NOT NULL);
                CREATE TABLE "ClusterVersions" ("ClusterId" text PRIMARY KEY, "Version" integer NOT NULL);
                CREATE TABLE "ClusterNodes" (
                    "ClusterId" text NOT NULL,
                    "Address" text NOT NULL,
                    "Port" integer NOT NULL,
                    "Generation" integer NOT NULL,
                    "SiloName" text NOT NULL,
                    "HostName" text NOT NULL,
                    "Status" integer NOT NULL,
                    "ProxyPort" integer NOT NULL,
                    "SuspectTimes" text,
                    "StartTime" timestamp with time zone NOT NULL,
                    "IAmAliveTime" timestamp with time zone NOT NULL,
                    PRIMARY KEY ("ClusterId", "Address", "Port", "Generation"));
                """);
            foreach (var (name, sql) in Statements)
            {
                migrationBuilder.Sql($"INSERT INTO OrleansQuery VALUES ('{name}', $statement${sql}$statement$);");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("""DROP TABLE OrleansQuery; DROP TABLE "ClusterNodes"; DROP TABLE "ClusterVersions";""");
    }
}
