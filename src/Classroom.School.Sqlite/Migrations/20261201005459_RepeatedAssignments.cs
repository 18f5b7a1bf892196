using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Classroom.School.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RepeatedAssignments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Assignments_ClassId_Slug_Kind",
                table: "Assignments");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_ClassId_Slug_Kind",
                table: "Assignments",
                columns: new[] { "ClassId", "Slug", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Assignments_ClassId_Slug_Kind",
                table: "Assignments");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_ClassId_Slug_Kind",
                table: "Assignments",
                columns: new[] { "ClassId", "Slug", "Kind" },
                unique: true);
        }
    }
}
