using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Classroom.School.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AssignmentWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AssignmentId",
                table: "Attempts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AttemptsAllowed",
                table: "Assignments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClosesUtc",
                table: "Assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDraft",
                table: "Assignments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "OpensUtc",
                table: "Assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Points",
                table: "Assignments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 100);

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "Assignments",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Assignments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Until now a graded attempt counted for every assignment of its term, in each class of the student. From here on it belongs to
            // one: to the first that was due, and where other classes have assigned the quiz too, each of them gets a copy.
            migrationBuilder.Sql("""
                UPDATE "Attempts" SET "AssignmentId" = (
                    SELECT a."Id" FROM "Assignments" a JOIN "Enrolments" e ON e."ClassId" = a."ClassId"
                    WHERE e."UserId" = "Attempts"."UserId" AND a."Slug" = "Attempts"."Slug"
                    ORDER BY a."DueUtc", a."Id" LIMIT 1)
                WHERE "Mode" = 'Graded'
                """);
            migrationBuilder.Sql("""
                INSERT INTO "Attempts" ("UserId", "Slug", "Mode", "AssignmentId", "Seed", "StartedUtc", "Place", "SavedUtc", "SubmittedUtc", "Score")
                SELECT t."UserId", t."Slug", t."Mode", a."Id", t."Seed", t."StartedUtc", t."Place", t."SavedUtc", t."SubmittedUtc", t."Score"
                FROM "Attempts" t
                JOIN "Enrolments" e ON e."UserId" = t."UserId"
                JOIN "Assignments" a ON a."ClassId" = e."ClassId" AND a."Slug" = t."Slug" AND a."Id" <> t."AssignmentId"
                WHERE t."Mode" = 'Graded' AND t."SubmittedUtc" IS NOT NULL
                ORDER BY t."Id", a."Id"
                """);
            migrationBuilder.Sql("""
                INSERT INTO "AttemptAnswers" ("AttemptId", "QuestionId", "Place", "ResponseJson", "Score", "SavedUtc", "FirstCheckScore", "IsChecked", "IsShown")
                SELECT c."Id", a."QuestionId", a."Place", a."ResponseJson", a."Score", a."SavedUtc", a."FirstCheckScore", a."IsChecked", a."IsShown"
                FROM "AttemptAnswers" a
                JOIN "Attempts" t ON t."Id" = a."AttemptId"
                JOIN "Attempts" c ON c."UserId" = t."UserId" AND c."Slug" = t."Slug" AND c."Seed" = t."Seed" AND c."StartedUtc" = t."StartedUtc"
                    AND c."SubmittedUtc" = t."SubmittedUtc" AND c."AssignmentId" <> t."AssignmentId"
                WHERE NOT EXISTS (SELECT 1 FROM "AttemptAnswers" there WHERE there."AttemptId" = c."Id")
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_AssignmentId",
                table: "Attempts",
                column: "AssignmentId");

            migrationBuilder.AddForeignKey(
                name: "FK_Attempts_Assignments_AssignmentId",
                table: "Attempts",
                column: "AssignmentId",
                principalTable: "Assignments",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Attempts_Assignments_AssignmentId",
                table: "Attempts");

            migrationBuilder.DropIndex(
                name: "IX_Attempts_AssignmentId",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "AssignmentId",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "AttemptsAllowed",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "ClosesUtc",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "IsDraft",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "OpensUtc",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Points",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Assignments");
        }
    }
}
