using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkflowAccountability.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class DelayExplanations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "EscalatedAt",
                table: "Deadlines",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NearAt",
                table: "Deadlines",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DelayExplanations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CaseId = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WorkItemId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PersonId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PersonText = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Words = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ExpectedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    WasLate = table.Column<bool>(type: "bit", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Walled = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DelayExplanations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DelayExplanations_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_Status_Place",
                table: "WorkItems",
                columns: new[] { "Status", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_DelayExplanations_CaseId",
                table: "DelayExplanations",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_DelayExplanations_WorkItemId",
                table: "DelayExplanations",
                column: "WorkItemId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DelayExplanations");

            migrationBuilder.DropIndex(
                name: "IX_WorkItems_Status_Place",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "EscalatedAt",
                table: "Deadlines");

            migrationBuilder.DropColumn(
                name: "NearAt",
                table: "Deadlines");
        }
    }
}
