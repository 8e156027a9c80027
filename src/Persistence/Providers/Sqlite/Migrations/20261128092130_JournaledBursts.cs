using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkflowAccountability.Persistence.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class JournaledBursts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Each line of before becomes a burst of one entry.
            migrationBuilder.Sql("""
                UPDATE "Journal" SET "Outcomes" = json_object(
                    'of', json_array(json_array("ActivityInstanceId", "ActivityNodeId", "ActivityType")),
                    'did', json_array(json_array("EventName", 0,
                        json(CASE WHEN "Outcomes" = '' THEN '[]' ELSE '[' || replace(json_quote("Outcomes"), ',', '","') || ']' END), "Message")))
                """);

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_CorrelationId",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_Bookmarks_ActivityInstanceId",
                table: "Bookmarks");

            migrationBuilder.DropColumn(
                name: "ActivityId",
                table: "Journal");

            migrationBuilder.DropColumn(
                name: "ActivityInstanceId",
                table: "Journal");

            migrationBuilder.DropColumn(
                name: "ActivityNodeId",
                table: "Journal");

            migrationBuilder.DropColumn(
                name: "ActivityType",
                table: "Journal");

            migrationBuilder.DropColumn(
                name: "EventName",
                table: "Journal");

            migrationBuilder.DropColumn(
                name: "Message",
                table: "Journal");

            migrationBuilder.RenameColumn(
                name: "Outcomes",
                table: "Journal",
                newName: "Entries");

            // What instances belonged to so far were cases.
            migrationBuilder.RenameColumn(
                name: "CorrelationId",
                table: "WorkflowInstances",
                newName: "CaseId");

            migrationBuilder.AlterColumn<string>(
                name: "CaseId",
                table: "WorkflowInstances",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "CorrelationId",
                table: "WorkflowInstances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "WorkflowInstances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ParentBookmarkId",
                table: "WorkflowInstances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ParentId",
                table: "WorkflowInstances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DueAt",
                table: "Bookmarks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stimulus",
                table: "Bookmarks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Errands",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", nullable: true),
                    BookmarkId = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    CorrelationId = table.Column<string>(type: "TEXT", nullable: true),
                    ParentId = table.Column<string>(type: "TEXT", nullable: true),
                    WaitsForEnd = table.Column<bool>(type: "INTEGER", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Errands", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_CaseId",
                table: "WorkflowInstances",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookmarks_DueAt",
                table: "Bookmarks",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Bookmarks_Stimulus",
                table: "Bookmarks",
                column: "Stimulus");

            migrationBuilder.CreateIndex(
                name: "IX_Errands_NotBefore",
                table: "Errands",
                column: "NotBefore");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Errands");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_CaseId",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_Bookmarks_DueAt",
                table: "Bookmarks");

            migrationBuilder.DropIndex(
                name: "IX_Bookmarks_Stimulus",
                table: "Bookmarks");

            migrationBuilder.DropColumn(
                name: "CorrelationId",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "ParentBookmarkId",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "Bookmarks");

            migrationBuilder.DropColumn(
                name: "Stimulus",
                table: "Bookmarks");

            migrationBuilder.RenameColumn(
                name: "Entries",
                table: "Journal",
                newName: "Outcomes");

            migrationBuilder.RenameColumn(
                name: "CaseId",
                table: "WorkflowInstances",
                newName: "CorrelationId");

            migrationBuilder.AlterColumn<string>(
                name: "CorrelationId",
                table: "WorkflowInstances",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ActivityId",
                table: "Journal",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ActivityInstanceId",
                table: "Journal",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ActivityNodeId",
                table: "Journal",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ActivityType",
                table: "Journal",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EventName",
                table: "Journal",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Message",
                table: "Journal",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_CorrelationId",
                table: "WorkflowInstances",
                column: "CorrelationId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookmarks_ActivityInstanceId",
                table: "Bookmarks",
                column: "ActivityInstanceId");
        }
    }
}
