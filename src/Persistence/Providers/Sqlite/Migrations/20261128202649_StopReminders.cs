using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkflowAccountability.Persistence.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class StopReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "Suspensions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Epoch",
                table: "Suspensions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "OrderedBy",
                table: "Suspensions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "StopRungs",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    SuspensionId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ToRole = table.Column<string>(type: "TEXT", nullable: true),
                    ToHead = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    FiredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StopRungs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StopRungs_Suspensions_SuspensionId",
                        column: x => x.SuspensionId,
                        principalTable: "Suspensions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_BookmarkId",
                table: "WorkItems",
                column: "BookmarkId");

            migrationBuilder.CreateIndex(
                name: "IX_StopRungs_Status_DueAt",
                table: "StopRungs",
                columns: new[] { "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StopRungs_SuspensionId",
                table: "StopRungs",
                column: "SuspensionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StopRungs");

            migrationBuilder.DropIndex(
                name: "IX_WorkItems_BookmarkId",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "Suspensions");

            migrationBuilder.DropColumn(
                name: "Epoch",
                table: "Suspensions");

            migrationBuilder.DropColumn(
                name: "OrderedBy",
                table: "Suspensions");
        }
    }
}
