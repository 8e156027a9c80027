using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkflowAccountability.Persistence.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WorkItemVerbs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DelegateId",
                table: "WorkItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentById",
                table: "WorkItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AskedOpinions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CaseId = table.Column<string>(type: "TEXT", nullable: false),
                    WorkItemId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", nullable: false),
                    AskedByText = table.Column<string>(type: "TEXT", nullable: false),
                    AskedOf = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Question = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Walled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Opinion = table.Column<string>(type: "TEXT", nullable: true),
                    GivenByText = table.Column<string>(type: "TEXT", nullable: true),
                    GivenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskedOpinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AskedOpinions_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Proxies",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PrincipalId = table.Column<string>(type: "TEXT", nullable: false),
                    ProxyId = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Stages = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proxies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Proxies_People_PrincipalId",
                        column: x => x.PrincipalId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Proxies_People_ProxyId",
                        column: x => x.ProxyId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecalledSubmissions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CaseId = table.Column<string>(type: "TEXT", nullable: false),
                    WorkItemId = table.Column<string>(type: "TEXT", nullable: false),
                    FormName = table.Column<string>(type: "TEXT", nullable: false),
                    FormJson = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonText = table.Column<string>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecalledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Walled = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecalledSubmissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecalledSubmissions_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecallPoints",
                columns: table => new
                {
                    WorkItemId = table.Column<string>(type: "TEXT", nullable: false),
                    CaseId = table.Column<string>(type: "TEXT", nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    StateBefore = table.Column<string>(type: "TEXT", nullable: false),
                    InstanceVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    Opened = table.Column<string>(type: "TEXT", nullable: false),
                    Lapsed = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecallPoints", x => x.WorkItemId);
                    table.ForeignKey(
                        name: "FK_RecallPoints_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Urges",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CaseId = table.Column<string>(type: "TEXT", nullable: false),
                    WorkItemId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonText = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Walled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredByText = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Urges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Urges_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AskedOpinions_AskedOf",
                table: "AskedOpinions",
                column: "AskedOf");

            migrationBuilder.CreateIndex(
                name: "IX_AskedOpinions_CaseId",
                table: "AskedOpinions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_AskedOpinions_WorkItemId",
                table: "AskedOpinions",
                column: "WorkItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Proxies_PrincipalId_Until",
                table: "Proxies",
                columns: new[] { "PrincipalId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Proxies_ProxyId_Until",
                table: "Proxies",
                columns: new[] { "ProxyId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_RecalledSubmissions_CaseId",
                table: "RecalledSubmissions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_RecallPoints_CaseId",
                table: "RecallPoints",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Urges_CaseId",
                table: "Urges",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Urges_WorkItemId_PersonId_On",
                table: "Urges",
                columns: new[] { "WorkItemId", "PersonId", "On" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AskedOpinions");

            migrationBuilder.DropTable(
                name: "Proxies");

            migrationBuilder.DropTable(
                name: "RecalledSubmissions");

            migrationBuilder.DropTable(
                name: "RecallPoints");

            migrationBuilder.DropTable(
                name: "Urges");

            migrationBuilder.DropColumn(
                name: "DelegateId",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "SentById",
                table: "WorkItems");
        }
    }
}
