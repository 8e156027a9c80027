using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkflowAccountability.Persistence.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class WorkItemTitles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "WorkItems",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            // Until now the title stood under what the item is about.
            migrationBuilder.Sql("UPDATE \"WorkItems\" SET \"Title\" = \"About\" WHERE \"StageType\" = 'Accountability.HumanTask';");

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_Status_Title",
                table: "WorkItems",
                columns: new[] { "Status", "Title" },
                filter: "\"Title\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkItems_Status_Title",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "WorkItems");
        }
    }
}
