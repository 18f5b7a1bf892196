using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Classroom.School.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ClassPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Enrolments",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Enrolled");

            migrationBuilder.AddColumn<bool>(
                name: "AdmitsAtOnce",
                table: "Classes",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ArchivedUtc",
                table: "Classes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CodeExpiresUtc",
                table: "Classes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Classes",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Role",
                table: "ClassTeachers",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Teacher");

            // Nobody has said who owns a class: it is whoever has been a teacher here the longest.
            migrationBuilder.Sql("""
                UPDATE "ClassTeachers" SET "Role" = 'Owner'
                WHERE "UserId" = (SELECT MIN(t."UserId") FROM "ClassTeachers" t WHERE t."ClassId" = "ClassTeachers"."ClassId")
                """);

            migrationBuilder.CreateIndex(
                name: "IX_ClassTeachers_Owner",
                table: "ClassTeachers",
                column: "ClassId",
                unique: true,
                filter: "\"Role\" = 'Owner'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ClassTeachers_Owner",
                table: "ClassTeachers");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Enrolments");

            migrationBuilder.DropColumn(
                name: "AdmitsAtOnce",
                table: "Classes");

            migrationBuilder.DropColumn(
                name: "ArchivedUtc",
                table: "Classes");

            migrationBuilder.DropColumn(
                name: "CodeExpiresUtc",
                table: "Classes");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Classes");

            migrationBuilder.DropColumn(
                name: "Role",
                table: "ClassTeachers");
        }
    }
}
