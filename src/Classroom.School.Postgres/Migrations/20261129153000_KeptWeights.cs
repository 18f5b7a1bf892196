using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Classroom.School.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class KeptWeights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "TrainExamples",
                table: "Runs",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WeightsStep",
                table: "Runs",
                type: "integer",
                nullable: true);

            // Runs that had stopped early said the epoch after their last one.
            migrationBuilder.Sql("""
                UPDATE "Runs" SET "Epoch" = (CAST("Step" AS bigint) * "Epochs" + "Steps" - 1) / "Steps"
                WHERE "State" NOT IN ('Queued', 'Running', 'Paused') AND "Steps" > 0;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TrainExamples",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "WeightsStep",
                table: "Runs");
        }
    }
}
