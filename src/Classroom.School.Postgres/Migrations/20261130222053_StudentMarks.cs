using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Classroom.School.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class StudentMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "EndsUtc",
                table: "Attempts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnswersFrom",
                table: "Assignments",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "AfterDue");

            migrationBuilder.AddColumn<int>(
                name: "CategoryId",
                table: "Assignments",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsForSome",
                table: "Assignments",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "LateFloorPercent",
                table: "Assignments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LatePercentPerDay",
                table: "Assignments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Minutes",
                table: "Assignments",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PostedUtc",
                table: "Assignments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScoresFrom",
                table: "Assignments",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "AtOnce");

            // What is under way ends when its assignment closes.
            migrationBuilder.Sql("""
                UPDATE "Attempts" SET "EndsUtc" = (SELECT a."ClosesUtc" FROM "Assignments" a WHERE a."Id" = "Attempts"."AssignmentId")
                WHERE "SubmittedUtc" IS NULL
                """);

            migrationBuilder.CreateTable(
                name: "Accommodations",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    TimeFactor = table.Column<double>(type: "double precision", nullable: false),
                    ExtraDays = table.Column<int>(type: "integer", nullable: false),
                    ExtraAttempts = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accommodations", x => x.UserId);
                    table.ForeignKey(
                        name: "FK_Accommodations_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AssignmentStudents",
                columns: table => new
                {
                    AssignmentId = table.Column<int>(type: "integer", nullable: false),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    IsGiven = table.Column<bool>(type: "boolean", nullable: false),
                    DueUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosesUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AttemptsAllowed = table.Column<int>(type: "integer", nullable: true),
                    IsExcused = table.Column<bool>(type: "boolean", nullable: false),
                    Points = table.Column<double>(type: "double precision", nullable: true),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Comment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssignmentStudents", x => new { x.AssignmentId, x.UserId });
                    table.ForeignKey(
                        name: "FK_AssignmentStudents_Assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "Assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AssignmentStudents_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GradeCategories",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ClassId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Weight = table.Column<int>(type: "integer", nullable: false),
                    DropLowest = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GradeCategories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GradeCategories_Classes_ClassId",
                        column: x => x.ClassId,
                        principalTable: "Classes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_EndsUtc",
                table: "Attempts",
                column: "EndsUtc",
                filter: "\"SubmittedUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_CategoryId",
                table: "Assignments",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_AssignmentStudents_UserId",
                table: "AssignmentStudents",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_GradeCategories_ClassId_Name",
                table: "GradeCategories",
                columns: new[] { "ClassId", "Name" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Assignments_GradeCategories_CategoryId",
                table: "Assignments",
                column: "CategoryId",
                principalTable: "GradeCategories",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Assignments_GradeCategories_CategoryId",
                table: "Assignments");

            migrationBuilder.DropTable(
                name: "Accommodations");

            migrationBuilder.DropTable(
                name: "AssignmentStudents");

            migrationBuilder.DropTable(
                name: "GradeCategories");

            migrationBuilder.DropIndex(
                name: "IX_Attempts_EndsUtc",
                table: "Attempts");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_CategoryId",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "EndsUtc",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "AnswersFrom",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "CategoryId",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "IsForSome",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "LateFloorPercent",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "LatePercentPerDay",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Minutes",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "PostedUtc",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "ScoresFrom",
                table: "Assignments");
        }
    }
}
