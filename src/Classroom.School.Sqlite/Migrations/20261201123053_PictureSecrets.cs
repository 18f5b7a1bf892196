using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Classroom.School.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PictureSecrets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SignInCards_ClassId",
                table: "SignInCards");

            migrationBuilder.DropIndex(
                name: "IX_SignInCards_UserId",
                table: "SignInCards");

            migrationBuilder.AlterColumn<string>(
                name: "ProtectedSecret",
                table: "SignInCards",
                type: "TEXT",
                maxLength: 1000,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 1000);

            migrationBuilder.AddColumn<string>(
                name: "ProtectedPictures",
                table: "SignInCards",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PictureId",
                table: "QuestionVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ClassPictures",
                columns: table => new
                {
                    ClassId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Wrong = table.Column<int>(type: "INTEGER", nullable: false),
                    WrongSinceUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PausedUntilUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassPictures", x => x.ClassId);
                    table.ForeignKey(
                        name: "FK_ClassPictures_Classes_ClassId",
                        column: x => x.ClassId,
                        principalTable: "Classes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PictureSecrets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ClassId = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MadeUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrongInARow = table.Column<int>(type: "INTEGER", nullable: false),
                    PausedUntilUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PictureSecrets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PictureSecrets_Classes_ClassId",
                        column: x => x.ClassId,
                        principalTable: "Classes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PictureSecrets_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuestionPictures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OwnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionPictures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuestionPictures_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SignInCards_ClassId_UserId",
                table: "SignInCards",
                columns: new[] { "ClassId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInCards_UserId",
                table: "SignInCards",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionVersions_PictureId",
                table: "QuestionVersions",
                column: "PictureId");

            migrationBuilder.CreateIndex(
                name: "IX_ClassPictures_Code",
                table: "ClassPictures",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PictureSecrets_ClassId_UserId",
                table: "PictureSecrets",
                columns: new[] { "ClassId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PictureSecrets_UserId",
                table: "PictureSecrets",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionPictures_OwnerId",
                table: "QuestionPictures",
                column: "OwnerId");

            migrationBuilder.AddForeignKey(
                name: "FK_QuestionVersions_QuestionPictures_PictureId",
                table: "QuestionVersions",
                column: "PictureId",
                principalTable: "QuestionPictures",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_QuestionVersions_QuestionPictures_PictureId",
                table: "QuestionVersions");

            migrationBuilder.DropTable(
                name: "ClassPictures");

            migrationBuilder.DropTable(
                name: "PictureSecrets");

            migrationBuilder.DropTable(
                name: "QuestionPictures");

            migrationBuilder.DropIndex(
                name: "IX_SignInCards_ClassId_UserId",
                table: "SignInCards");

            migrationBuilder.DropIndex(
                name: "IX_SignInCards_UserId",
                table: "SignInCards");

            migrationBuilder.DropIndex(
                name: "IX_QuestionVersions_PictureId",
                table: "QuestionVersions");

            migrationBuilder.DropColumn(
                name: "ProtectedPictures",
                table: "SignInCards");

            migrationBuilder.DropColumn(
                name: "PictureId",
                table: "QuestionVersions");

            migrationBuilder.AlterColumn<string>(
                name: "ProtectedSecret",
                table: "SignInCards",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 1000,
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInCards_ClassId",
                table: "SignInCards",
                column: "ClassId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInCards_UserId",
                table: "SignInCards",
                column: "UserId",
                unique: true);
        }
    }
}
