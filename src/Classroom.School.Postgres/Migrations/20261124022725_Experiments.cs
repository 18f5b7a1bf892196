using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Classroom.School.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Experiments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "TrialId",
                table: "Runs",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TrialRun",
                table: "Runs",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ExperimentTrials",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    Slug = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Prediction = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DoneUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    TrialId = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<int>(type: "integer", nullable: false),
                    FirstAnswer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FirstRight = table.Column<bool>(type: "boolean", nullable: false),
                    Right = table.Column<bool>(type: "boolean", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_Runs_TrialId",
                table: "Runs",
                column: "TrialId");

            migrationBuilder.CreateIndex(
                name: "IX_ExperimentTrials_UserId_Slug_CreatedUtc",
                table: "ExperimentTrials",
                columns: new[] { "UserId", "Slug", "CreatedUtc" });

            migrationBuilder.AddForeignKey(
                name: "FK_Runs_ExperimentTrials_TrialId",
                table: "Runs",
                column: "TrialId",
                principalTable: "ExperimentTrials",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
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
