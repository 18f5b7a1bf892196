using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Classroom.School.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ShownRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ShownRuns",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClassId = table.Column<int>(type: "integer", nullable: false),
                    IsNamed = table.Column<bool>(type: "boolean", nullable: false),
                    ShownById = table.Column<int>(type: "integer", nullable: true),
                    ShownUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShownRuns", x => new { x.RunId, x.ClassId });
                    table.ForeignKey(
                        name: "FK_ShownRuns_Classes_ClassId",
                        column: x => x.ClassId,
                        principalTable: "Classes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ShownRuns_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ShownRuns_Users_ShownById",
                        column: x => x.ShownById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ShownRuns_ClassId",
                table: "ShownRuns",
                column: "ClassId");

            migrationBuilder.CreateIndex(
                name: "IX_ShownRuns_ShownById",
                table: "ShownRuns",
                column: "ShownById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ShownRuns");
        }
    }
}
