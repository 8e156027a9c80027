using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkflowAccountability.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class InboxColumns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkItems_CandidateKey_Status",
                table: "WorkItems");

            migrationBuilder.DropIndex(
                name: "IX_WorkItems_CaseId",
                table: "WorkItems");

            migrationBuilder.DropIndex(
                name: "IX_Notices_RecipientKey",
                table: "Notices");

            migrationBuilder.AddColumn<bool>(
                name: "IsReturned",
                table: "WorkItems",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "WorkItems",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SeenAt",
                table: "WorkItems",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentBy",
                table: "WorkItems",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "Urgency",
                table: "WorkItems",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "PersonId",
                table: "Submissions",
                type: "nvarchar(150)",
                maxLength: 150,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(max)",
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Notices",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WorkItemId",
                table: "Notices",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "OpenedBy",
                table: "Cases",
                type: "nvarchar(150)",
                maxLength: 150,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(max)",
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "NoticeReadings",
                columns: table => new
                {
                    NoticeId = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PersonId = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReadAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeReadings", x => new { x.NoticeId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_NoticeReadings_Notices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "Notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedFilters",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PersonId = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Query = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedFilters", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_CandidateKey_Status_Place",
                table: "WorkItems",
                columns: new[] { "CandidateKey", "Status", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_CaseId_Status",
                table: "WorkItems",
                columns: new[] { "CaseId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_PersonId_At",
                table: "Submissions",
                columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_RecipientKey_At",
                table: "Notices",
                columns: new[] { "RecipientKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenedBy_OpenedAt",
                table: "Cases",
                columns: new[] { "OpenedBy", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeReadings_PersonId_ReadAt",
                table: "NoticeReadings",
                columns: new[] { "PersonId", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedFilters_PersonId_Name",
                table: "SavedFilters",
                columns: new[] { "PersonId", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NoticeReadings");

            migrationBuilder.DropTable(
                name: "SavedFilters");

            migrationBuilder.DropIndex(
                name: "IX_WorkItems_CandidateKey_Status_Place",
                table: "WorkItems");

            migrationBuilder.DropIndex(
                name: "IX_WorkItems_CaseId_Status",
                table: "WorkItems");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_PersonId_At",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Notices_RecipientKey_At",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenedBy_OpenedAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "IsReturned",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "SeenAt",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "SentBy",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "Urgency",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "WorkItemId",
                table: "Notices");

            migrationBuilder.AlterColumn<string>(
                name: "PersonId",
                table: "Submissions",
                type: "nvarchar(max)",
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(150)",
                oldMaxLength: 150,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "OpenedBy",
                table: "Cases",
                type: "nvarchar(max)",
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(150)",
                oldMaxLength: 150,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_CandidateKey_Status",
                table: "WorkItems",
                columns: new[] { "CandidateKey", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_CaseId",
                table: "WorkItems",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_RecipientKey",
                table: "Notices",
                column: "RecipientKey");
        }
    }
}
