using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Classroom.School.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Regrades : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "QuestionRegrades",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssignmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    QuestionId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AcceptedJson = table.Column<string>(type: "TEXT", maxLength: 8192, nullable: true),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    WhenUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionRegrades", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuestionRegrades_Assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "Assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_QuestionRegrades_Users_ById",
                        column: x => x.ById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "RegradeRequests",
                columns: table => new
                {
                    AttemptId = table.Column<int>(type: "INTEGER", nullable: false),
                    QuestionId = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AskedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AnsweredUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredById = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegradeRequests", x => new { x.AttemptId, x.QuestionId });
                    table.ForeignKey(
                        name: "FK_RegradeRequests_AttemptAnswers_AttemptId_QuestionId",
                        columns: x => new { x.AttemptId, x.QuestionId },
                        principalTable: "AttemptAnswers",
                        principalColumns: new[] { "AttemptId", "QuestionId" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RegradeRequests_Users_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionRegrades_AssignmentId",
                table: "QuestionRegrades",
                column: "AssignmentId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionRegrades_ById",
                table: "QuestionRegrades",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_RegradeRequests_AnsweredById",
                table: "RegradeRequests",
                column: "AnsweredById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "QuestionRegrades");

            migrationBuilder.DropTable(
                name: "RegradeRequests");
        }
    }
}
