using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkflowAccountability.Persistence.Providers.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "WorkItems",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "SeenAt",
                table: "WorkItems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentBy",
                table: "WorkItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Urgency",
                table: "WorkItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Notices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WorkItemId",
                table: "Notices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NoticeReadings",
                columns: table => new
                {
                    NoticeId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
