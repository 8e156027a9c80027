using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkflowAccountability.Persistence.Providers.SqlServer.Migrations
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
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CheckedAt",
                table: "WorkflowDefinitions",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckedBy",
                table: "WorkflowDefinitions",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "WorkflowDefinitions",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Drafters",
                table: "WorkflowDefinitions",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "HashBefore",
                table: "WorkflowDefinitions",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PublishedAt",
                table: "WorkflowDefinitions",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublishedBy",
                table: "WorkflowDefinitions",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "WorkflowDefinitions",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SavedAt",
                table: "WorkflowDefinitions",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SubmittedAt",
                table: "WorkflowDefinitions",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SubmittedBy",
                table: "WorkflowDefinitions",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");
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
