using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkflowAccountability.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class LifeOfCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseEntries_CaseId_Number",
                table: "CaseEntries");

            migrationBuilder.AddColumn<string>(
                name: "SplitInto",
                table: "Party",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "MergedInto",
                table: "Cases",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "OtherCaseId",
                table: "CaseEntries",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Series",
                table: "CaseEntries",
                type: "nvarchar(1)",
                maxLength: 1,
                nullable: false,
                defaultValue: "E",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_Party_SplitInto",
                table: "Party",
                column: "SplitInto");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_MergedInto",
                table: "Cases",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_CaseEntries_CaseId_Series_Number",
                table: "CaseEntries",
                columns: new[] { "CaseId", "Series", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseEntries_OtherCaseId",
                table: "CaseEntries",
                column: "OtherCaseId");

            // Initials are among the terms by which cases are found: they are made anew when the site starts.
            migrationBuilder.Sql("DELETE FROM \"CaseTerms\"");
            migrationBuilder.Sql("UPDATE \"Cases\" SET \"SearchText\" = ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Party_SplitInto",
                table: "Party");

            migrationBuilder.DropIndex(
                name: "IX_Cases_MergedInto",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_CaseEntries_CaseId_Series_Number",
                table: "CaseEntries");

            migrationBuilder.DropIndex(
                name: "IX_CaseEntries_OtherCaseId",
                table: "CaseEntries");

            migrationBuilder.DropColumn(
                name: "SplitInto",
                table: "Party");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "OtherCaseId",
                table: "CaseEntries");

            migrationBuilder.DropColumn(
                name: "Series",
                table: "CaseEntries");

            migrationBuilder.CreateIndex(
                name: "IX_CaseEntries_CaseId_Number",
                table: "CaseEntries",
                columns: new[] { "CaseId", "Number" },
                unique: true);
        }
    }
}
