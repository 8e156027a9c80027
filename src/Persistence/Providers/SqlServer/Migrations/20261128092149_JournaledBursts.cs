using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkflowAccountability.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class JournaledBursts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Each line of before becomes a burst of one entry.
            migrationBuilder.Sql("""
                EXEC(N'UPDATE [Journal] SET [Outcomes] = ''{"of":[["'' + [ActivityInstanceId] + ''","'' + STRING_ESCAPE([ActivityNodeId], ''json'') + ''","''
                    + STRING_ESCAPE([ActivityType], ''json'') + ''"]],"did":[["'' + [EventName] + ''",0,''
                    + CASE WHEN [Outcomes] = '''' THEN ''[]'' ELSE ''["'' + REPLACE(STRING_ESCAPE([Outcomes], ''json''), '','', ''","'') + ''"]'' END
                    + '','' + COALESCE(''"'' + STRING_ESCAPE([Message], ''json'') + ''"'', ''null'') + '']]}''');
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
                type: "nvarchar(150)",
                maxLength: 150,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(150)",
                oldMaxLength: 150,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "CorrelationId",
                table: "WorkflowInstances",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "WorkflowInstances",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ParentBookmarkId",
                table: "WorkflowInstances",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ParentId",
                table: "WorkflowInstances",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "ActivityInstanceId",
                table: "Bookmarks",
                type: "nvarchar(max)",
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(150)",
                oldMaxLength: 150,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DueAt",
                table: "Bookmarks",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stimulus",
                table: "Bookmarks",
                type: "nvarchar(150)",
                maxLength: 150,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "Errands",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    InstanceId = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    BookmarkId = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    CorrelationId = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    ParentId = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    WaitsForEnd = table.Column<bool>(type: "bit", nullable: false),
                    Payload = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LastError = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    NotBefore = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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
                type: "nvarchar(150)",
                maxLength: 150,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(max)",
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ActivityId",
                table: "Journal",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ActivityInstanceId",
                table: "Journal",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ActivityNodeId",
                table: "Journal",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ActivityType",
                table: "Journal",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "EventName",
                table: "Journal",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Message",
                table: "Journal",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "ActivityInstanceId",
                table: "Bookmarks",
                type: "nvarchar(150)",
                maxLength: 150,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(max)",
                oldCollation: "Latin1_General_100_BIN2");

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
