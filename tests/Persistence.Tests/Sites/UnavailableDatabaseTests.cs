using System.Data.Common;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Sites;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Persistence.Tests.Promises;
using WorkflowAccountability.Persistence.Tests.PostgreSql;
using WorkflowAccountability.Persistence.Tests.Sqlite;

namespace WorkflowAccountability.Persistence.Tests.Sites;

public sealed class UnavailableDatabaseTests
{
    private const string Chinese = "数据库暂时不可用，您的提交没有生效";

    [Fact]
    public async Task A_database_that_somebody_keeps_locked_is_a_page_that_says_so_and_afterwards_the_same_form_goes_through()
    {
        await using var database = SqliteFile.Beside(OnSqlite.File + ";Default Timeout=1");
        await using var site = await RunningSite.StartAsync(database.Connection);
        var desk = await DeskAsync(database.Connection, site);
        await using var holder = new SqliteConnection(database.Connection);
        await holder.OpenAsync();
        await using var hold = holder.BeginTransaction();

        var answer = await desk.SubmitAsync();
        var reading = await desk.Official.GetAsync("/");
        await hold.RollbackAsync();
        var again = await desk.SubmitAsync();

        answer.ShouldSay(HttpStatusCode.ServiceUnavailable, Chinese, "重复提交不会产生两份");
        reading.Status.ShouldBe(HttpStatusCode.OK);
        again.Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_full_disk_is_a_page_that_says_so_nothing_is_half_written_and_with_room_the_same_form_goes_through()
    {
        var disk = new Disk();
        await using var database = SqliteFile.Beside(OnSqlite.File);
        await using var site = await RunningSite.StartAsync(database.Connection, services => services.AddSingleton<IInterceptor>(disk));
        var desk = await DeskAsync(database.Connection, site);
        var before = await desk.TablesAsync();

        disk.IsFull = true;
        var answer = await desk.SubmitAsync();
        var reading = await desk.Official.GetAsync("/");
        var after = await desk.TablesAsync();
        disk.IsFull = false;
        var again = await desk.SubmitAsync();

        answer.ShouldSay(HttpStatusCode.ServiceUnavailable, Chinese);
        reading.Status.ShouldBe(HttpStatusCode.OK);
        before.Differences(after).ShouldBeEmpty();
        again.Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_its_reader()
    {
        var disk = new Disk();
        await using var database = SqliteFile.Beside(OnSqlite.File);
        await using var site = await RunningSite.StartAsync(database.Connection, services => services.AddSingleton<IInterceptor>(disk));
        var desk = await DeskAsync(database.Connection, site);

        desk.Official.Reads = "en";
        disk.IsFull = true;
        var answer = await desk.SubmitAsync();

        answer.ShouldSay(HttpStatusCode.ServiceUnavailable, "The database is not available");
    }

    private static async Task<Desk> DeskAsync(string connection, RunningSite site)
    {
        var world = World.On(connection);
        var played = await PlayedCase.RegisteredAsync(world);
        var official = await Browser.SignInAsync(site.Address, PlayedCase.Governor);
        return new Desk(world, official, await official.OpenAsync((await played.ItemAsync("LaunchInvestigation")).Id));
    }

    /// <summary>Somebody with an open form before him.</summary>
    private sealed record Desk(World World, Browser Official, OpenedForm Form)
    {
        public Task<Answered> SubmitAsync() => Official.SubmitAsync(Form, LaunchFields.Typed);

        public async Task<Tables> TablesAsync()
        {
            await using var db = World.Db();
            return await Tables.ReadAsync(db);
        }
    }

    /// <summary>A disk that can be full: the file may not grow by a single page.</summary>
    private sealed class Disk : DbConnectionInterceptor
    {
        public bool IsFull { get; set; }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var room = connection.CreateCommand();
            room.CommandText = IsFull ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1073741823";
            await room.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

[NeedsServer(OnPostgreSql.Variable)]
public sealed class UnreachableServerTests
{
    [ContractFact]
    public async Task A_server_that_is_down_is_a_page_that_says_so_and_when_it_is_back_so_is_the_site()
    {
        await using var database = await PostgreSqlDatabase.OnAsync(OnPostgreSql.Server!);
        var direct = new NpgsqlConnectionStringBuilder(database.Connection);
        await using var door = new TcpDoor(direct.Host!, direct.Port);
        await using var site = await RunningSite.StartAsync(
            new NpgsqlConnectionStringBuilder(database.Connection) { Port = door.Port, Timeout = 2 }.ConnectionString);
        await using var world = World.On(database.Connection);
        var played = await PlayedCase.RegisteredAsync(world);
        using var official = await Browser.SignInAsync(site.Address, PlayedCase.Governor);
        var form = await official.OpenAsync((await played.ItemAsync("LaunchInvestigation")).Id);

        await door.ShutAsync();
        var answer = await official.SubmitAsync(form, LaunchFields.Typed);
        var health = await official.GetAsync("/health");
        door.Open();
        var again = await BackAsync(official, form);

        answer.ShouldSay(HttpStatusCode.ServiceUnavailable, "数据库暂时不可用");
        health.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        again.Status.ShouldBe(HttpStatusCode.SeeOther);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    // Each pooled connection that broke while the server was away may cost one answer.
    private static async Task<Answered> BackAsync(Browser official, OpenedForm form)
    {
        var answer = await official.SubmitAsync(form, LaunchFields.Typed);
        for (var tries = 1; tries < 5 && answer.Status is not HttpStatusCode.SeeOther; tries++)
            answer = await official.SubmitAsync(form, LaunchFields.Typed);
        return answer;
    }
}
