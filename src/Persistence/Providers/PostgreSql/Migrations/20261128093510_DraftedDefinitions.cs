using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkflowAccountability.Persistence.Providers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class DraftedDefinitions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CheckedAgainst",
                table: "WorkflowDefinitions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CheckedAt",
                table: "WorkflowDefinitions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckedBy",
                table: "WorkflowDefinitions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "WorkflowDefinitions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Drafters",
                table: "WorkflowDefinitions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "HashBefore",
                table: "WorkflowDefinitions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PublishedAt",
                table: "WorkflowDefinitions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublishedBy",
                table: "WorkflowDefinitions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "WorkflowDefinitions",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SavedAt",
                table: "WorkflowDefinitions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SubmittedAt",
                table: "WorkflowDefinitions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SubmittedBy",
                table: "WorkflowDefinitions",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CheckedAgainst",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "CheckedAt",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "CheckedBy",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "Description",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "Drafters",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "HashBefore",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "PublishedBy",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "SavedAt",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "SubmittedBy",
                table: "WorkflowDefinitions");
        }
    }
}
