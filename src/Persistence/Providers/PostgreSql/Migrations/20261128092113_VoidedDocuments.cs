using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkflowAccountability.Persistence.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class VoidedDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "VoidReason",
                table: "Documents",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "VoidedAt",
                table: "Documents",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_DelegateId_Status",
                table: "WorkItems",
                columns: new[] { "DelegateId", "Status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkItems_DelegateId_Status",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "VoidReason",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "VoidedAt",
                table: "Documents");
        }
    }
}
