using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Classroom.School.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Experiments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "TrialRun",
                table: "Runs",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ExperimentTrials",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Prediction = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DoneUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExperimentTrials", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExperimentTrials_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ExperimentAnswers",
                columns: table => new
                {
                    TrialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstAnswer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FirstRight = table.Column<bool>(type: "INTEGER", nullable: false),
                    Right = table.Column<bool>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExperimentAnswers", x => new { x.TrialId, x.Question });
                    table.ForeignKey(
                        name: "FK_ExperimentAnswers_ExperimentTrials_TrialId",
                        column: x => x.TrialId,
                        principalTable: "ExperimentTrials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // AddColumn and AddForeignKey would copy the whole table, outside of the transaction.
            migrationBuilder.Sql(
                """
                ALTER TABLE "Runs" ADD "TrialId" TEXT NULL
                    CONSTRAINT "FK_Runs_ExperimentTrials_TrialId" REFERENCES "ExperimentTrials" ("Id") ON DELETE SET NULL
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Runs_TrialId",
                table: "Runs",
                column: "TrialId");

            migrationBuilder.CreateIndex(
                name: "IX_ExperimentTrials_UserId_Slug_CreatedUtc",
                table: "ExperimentTrials",
                columns: new[] { "UserId", "Slug", "CreatedUtc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Runs_ExperimentTrials_TrialId",
                table: "Runs");

            migrationBuilder.DropTable(
                name: "ExperimentAnswers");

            migrationBuilder.DropTable(
                name: "ExperimentTrials");

            migrationBuilder.DropIndex(
                name: "IX_Runs_TrialId",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "TrialId",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "TrialRun",
                table: "Runs");
        }
    }
}
