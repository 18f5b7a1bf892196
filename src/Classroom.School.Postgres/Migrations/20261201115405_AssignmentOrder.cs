using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Classroom.School.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AssignmentOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AfterId",
                table: "Assignments",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AfterPercent",
                table: "Assignments",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ListId",
                table: "Assignments",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "Assignments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "AssignmentLists",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ClassId = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    IsSequential = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssignmentLists", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssignmentLists_Classes_ClassId",
                        column: x => x.ClassId,
                        principalTable: "Classes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_AfterId",
                table: "Assignments",
                column: "AfterId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_ListId",
                table: "Assignments",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_AssignmentLists_ClassId",
                table: "AssignmentLists",
                column: "ClassId");

            migrationBuilder.AddForeignKey(
                name: "FK_Assignments_AssignmentLists_ListId",
                table: "Assignments",
                column: "ListId",
                principalTable: "AssignmentLists",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_Assignments_Assignments_AfterId",
                table: "Assignments",
                column: "AfterId",
                principalTable: "Assignments",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Assignments_AssignmentLists_ListId",
                table: "Assignments");

            migrationBuilder.DropForeignKey(
                name: "FK_Assignments_Assignments_AfterId",
                table: "Assignments");

            migrationBuilder.DropTable(
                name: "AssignmentLists");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_AfterId",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_ListId",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "AfterId",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "AfterPercent",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "ListId",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "Assignments");
        }
    }
}
