using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Persistence.Tests.Promises;
using WorkflowAccountability.Persistence.Tests.PostgreSql;
using WorkflowAccountability.Persistence.Tests.Sqlite;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Web.Operations;

namespace WorkflowAccountability.Persistence.Tests.Operations;

/// <summary>Backup, change, restore, verify: on every database that the product backs up itself.</summary>
public abstract class BackupContract : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backups-");
    private OwnDatabase? database;

    protected OwnDatabase Database => database!;

    protected abstract string Beside { get; }

    private string File => Path.Combine(folder.FullName, "site.backup");

    private string Data => Path.Combine(folder.FullName, "data");

    public async Task InitializeAsync()
    {
        if (!string.IsNullOrEmpty(Beside))
            database = await OwnDatabase.MakeAsync(Beside);
    }

    public async Task DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [ContractFact]
    public async Task What_was_backed_up_comes_back_whole_with_its_files_and_what_was_there_is_kept_aside()
    {
        var upload = await StoreAsync("监测报告：氨氮超标。");
        var before = await PlayAsync();
        (await VerbAsync("backup", File)).Code.ShouldBe(0);
        await using (var world = World.On(Database.Connection))
            await PlayedCase.LaunchedAsync(world);
        System.IO.File.Delete(upload);

        var (code, said) = await VerbAsync("restore", File, "--force");

        code.ShouldBe(0, said);
        said.ShouldContain("before_restore_");
        said.ShouldContain("1 cases with 3 audit entries");
        said.ShouldContain("1 files: whole.");
        before.Differences(await TablesAsync(Database.Connection)).ShouldBeEmpty();
        (await System.IO.File.ReadAllTextAsync(upload)).ShouldBe("监测报告：氨氮超标。");
        await using var again = World.On(Database.Connection);
        (await (await PlayedCase.LaunchedAsync(again)).FaultsAsync()).ShouldBeEmpty("the restored site works on");
    }

    [ContractFact]
    public async Task A_backup_moves_to_another_place()
    {
        var before = await PlayAsync();
        await VerbAsync("backup", File);
        await using var elsewhere = await OwnDatabase.MakeAsync(Beside);

        var (code, said) = await VerbOnAsync(elsewhere.Connection, "restore", File);

        code.ShouldBe(0, said);
        before.Differences(await TablesAsync(elsewhere.Connection)).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task A_site_is_never_written_over_without_being_told_to()
    {
        var before = await PlayAsync();
        await VerbAsync("backup", File);

        var (code, said) = await VerbAsync("restore", File);

        code.ShouldBe(2);
        said.ShouldContain("--force");
        before.Differences(await TablesAsync(Database.Connection)).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task A_restore_while_somebody_works_is_refused()
    {
        var before = await PlayAsync();
        await VerbAsync("backup", File);
        await using var working = World.On(Database.Connection);
        await using var db = working.Db();
        await db.Database.OpenConnectionAsync();
        (await db.Cases.CountAsync()).ShouldBe(1);

        var (code, said) = await VerbAsync("restore", File, "--force");

        (code, said).ShouldSatisfyAllConditions(() => code.ShouldBe(2), () => said.ShouldContain("stop the site first"));
        before.Differences(await Tables.ReadAsync(db)).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task A_backup_that_was_changed_is_refused_and_nothing_is_touched()
    {
        var before = await PlayAsync();
        await VerbAsync("backup", File);
        await RepackAsync((name, bytes) => name == "database" ? [.. bytes[..^1], (byte)(bytes[^1] ^ 1)] : bytes);

        var (code, said) = await VerbAsync("restore", File, "--force");

        code.ShouldBe(2);
        said.ShouldContain("changed after the backup was made");
        before.Differences(await TablesAsync(Database.Connection)).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task A_backup_of_a_newer_version_is_refused()
    {
        await PlayAsync();
        await VerbAsync("backup", File);
        await RepackAsync((name, bytes) => name != "manifest.json" ? bytes
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\"migrations\": [", "\"migrations\": [ \"99990101000000_Future\",", StringComparison.Ordinal)));

        (await VerbAsync("restore", File, "--force")).ShouldBe((2, "The backup was made by a newer version (99990101000000_Future). Restore it with that version."));
    }

    [ContractFact]
    public async Task Something_that_is_no_backup_is_said_to_be_none()
    {
        await System.IO.File.WriteAllTextAsync(File, "不是备份");

        var (code, said) = await VerbAsync("restore", File);

        code.ShouldBe(2);
        said.ShouldContain("is no backup of this system");
    }

    [ContractFact]
    public async Task A_file_whose_bytes_changed_is_named_by_the_verification()
    {
        await PlayAsync();
        var upload = await StoreAsync("原件");
        await System.IO.File.WriteAllTextAsync(upload, "改过");

        var (code, said) = await VerbAsync("verify-audit");

        code.ShouldBe(1);
        said.ShouldContain($"BROKEN file {Path.GetFileName(upload)}: its bytes are not those that were stored.");
    }

    [ContractFact]
    public async Task A_signed_document_whose_bytes_changed_or_are_gone_is_named_by_the_verification_and_by_a_restore()
    {
        var (changed, gone, _) = await SignedAsync();
        (await VerbAsync("verify-audit")).ShouldSatisfyAllConditions(verified => verified.Code.ShouldBe(0, verified.Said), verified => verified.Said.ShouldContain("3 locked documents"));
        await using (var world = World.On(Database.Connection))
        await using (var db = world.Db())
        {
            await db.Set<PaperFile>().Where(file => file.PaperId == changed.Id).ExecuteUpdateAsync(set => set.SetProperty(file => file.Content, [1, 2, 3]));
            await db.Set<PaperFile>().Where(file => file.PaperId == gone.Id).ExecuteDeleteAsync();
        }
        await VerbAsync("backup", File);

        foreach (var (code, said) in new[] { await VerbAsync("verify-audit"), await VerbAsync("restore", File, "--force") })
        {
            code.ShouldBe(1);
            said.ShouldContain($"BROKEN document {changed.Number}: its bytes are not those that were locked.");
            said.ShouldContain($"BROKEN document {gone.Number}: its bytes are missing.");
            said.ShouldContain("faults: 0 in chains, 2 in locked documents, 0 in files.");
        }
    }

    [ContractFact]
    public async Task Bytes_and_hash_changed_together_are_betrayed_by_the_audit_and_a_number_taken_out_by_the_register()
    {
        var (changed, removed, _) = await SignedAsync();
        await using (var world = World.On(Database.Connection))
        await using (var db = world.Db())
        {
            byte[] forged = [1, 2, 3];
            await db.Set<PaperFile>().Where(file => file.PaperId == changed.Id).ExecuteUpdateAsync(set => set.SetProperty(file => file.Content, forged));
            await db.Papers.Where(paper => paper.Id == changed.Id).ExecuteUpdateAsync(set => set.SetProperty(paper => paper.Sha256, Convert.ToHexString(SHA256.HashData(forged))));
            await db.Set<PaperFile>().Where(file => file.PaperId == removed.Id).ExecuteDeleteAsync();
            await db.Papers.Where(paper => paper.Id == removed.Id).ExecuteDeleteAsync();
        }

        var (code, said) = await VerbAsync("verify-audit");

        code.ShouldBe(1);
        said.ShouldContain($"BROKEN document {changed.Number}: its hash is not the one in the audit.");
        said.ShouldContain($"BROKEN document {removed.Id}: it was signed, and is not there.");
        said.ShouldContain($"BROKEN register {removed.Code}〔{removed.Year}〕: the document of number {removed.Ordinal} is missing.");
    }

    private async Task<(Paper First, Paper Second, Paper Third)> SignedAsync()
    {
        await using var world = await World.MakeAsync(Database.Connection);
        for (var made = 0; made < 3; made++)
        {
            var played = await PlayedCase.LaunchedAsync(world);
            var drafted = (Answer.Done)await world.RunAsync(new DraftPaper(PlayedCase.NewId(), PlayedCase.Governor, played.Id, "LaunchReply"));
            (await world.RunAsync(new SignPaper(PlayedCase.NewId(), PlayedCase.Governor, played.Id, drafted.Path["/papers/".Length..], Version: 1))).ShouldBeOfType<Answer.Done>();
        }
        await using var db = world.Db();
        var papers = await db.Papers.AsNoTracking().OrderBy(paper => paper.Ordinal).ToListAsync();
        return (papers[0], papers[1], papers[2]);
    }

    protected async Task<Tables> PlayAsync()
    {
        await using (var world = await World.MakeAsync(Database.Connection))
            await PlayedCase.LaunchedAsync(world);
        return await TablesAsync(Database.Connection);
    }

    protected Task<(int Code, string Said)> VerbAsync(params IReadOnlyList<string> args) => VerbOnAsync(Database.Connection, args);

    private async Task<(int Code, string Said)> VerbOnAsync(string connection, params IReadOnlyList<string> args)
    {
        Release();
        using var said = new StringWriter();
        var code = await Verbs.RunAsync([.. args, "--data", Data, "--database", connection], said, CancellationToken.None);
        return (code, said.ToString().Trim());
    }

    private async Task<string> StoreAsync(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        Directory.CreateDirectory(Path.Combine(Data, "files"));
        var file = Path.Combine(Data, "files", Convert.ToHexStringLower(SHA256.HashData(bytes)));
        await System.IO.File.WriteAllBytesAsync(file, bytes);
        return file;
    }

    private static async Task<Tables> TablesAsync(string connection)
    {
        await using var world = World.On(connection);
        await using var db = world.Db();
        return await Tables.ReadAsync(db);
    }

    private async Task RepackAsync(Func<string, byte[], byte[]> change)
    {
        var parts = new List<(string Name, byte[] Bytes)>();
        await using (var packed = new TarReader(new GZipStream(System.IO.File.OpenRead(File), CompressionMode.Decompress)))
            while (await packed.GetNextEntryAsync(copyData: true) is { DataStream: { } data } entry)
            {
                using var bytes = new MemoryStream();
                await data.CopyToAsync(bytes);
                parts.Add((entry.Name, bytes.ToArray()));
            }
        await using var archive = new TarWriter(new GZipStream(System.IO.File.Create(File), CompressionLevel.Fastest));
        foreach (var (name, bytes) in parts)
            await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(change(name, bytes)) });
    }

    /// <summary>Lets go of pooled connections, as a site that is stopped does.</summary>
    protected abstract void Release();
}

public sealed class SqliteBackupTests : BackupContract
{
    protected override string Beside => OnSqlite.File;

    [Fact]
    public async Task The_newest_commits_are_in_the_backup_though_they_lie_in_the_log_beside_the_file()
    {
        await using var world = await World.MakeAsync(Database.Connection);
        await using var open = world.Db();
        await open.Database.OpenConnectionAsync();
        await PlayedCase.LaunchedAsync(world);

        var (code, said) = await VerbAsync("backup", Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.backup"));

        code.ShouldBe(0, said);
        said.ShouldContain("1 cases, 3 audit entries");
    }

    protected override void Release() => Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
}

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlBackupTests : BackupContract
{
    protected override string Beside => OnPostgreSql.Server ?? "";

    protected override void Release() => Npgsql.NpgsqlConnection.ClearAllPools();
}
