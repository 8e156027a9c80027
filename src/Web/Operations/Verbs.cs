using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Web.Operations;

/// <summary>What is done to a site from its console, without serving anybody: <c>backup FILE</c>, <c>restore FILE [--force]</c>, <c>verify-audit</c>, <c>check-definition FILE</c>.</summary>
public static class Verbs
{
    private const string Force = "--force";

    /// <summary>Whether the arguments name a verb; else they start the site.</summary>
    public static bool Knows(IReadOnlyList<string> args) => args is ["backup" or "restore" or "verify-audit" or "check-definition", ..];

    /// <summary>Does it. 0: done and whole; 1: something is broken, and the first wrong row of each chain is named; 2: refused, with the way out.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            if (args[0] == "check-definition")
                return await CheckDefinition.RunAsync([.. args.Skip(1)], output, cancellationToken);
            var rest = args.Skip(1).Where(argument => argument != Force).ToList();
            var file = args[0] is "verify-audit" ? null : rest is [var named, ..] && !named.StartsWith("--", StringComparison.Ordinal) ? Path.GetFullPath(named)
                : throw new VerbRefusedException($"usage: {args[0]} FILE [--data DIR] [--database CONNECTION]{(args[0] == "restore" ? " [--force]" : "")}");
            var options = new ConfigurationBuilder().AddEnvironmentVariables().AddOurs([.. rest.Skip(file is null ? 0 : 1)]).Build().Get<SiteOptions>() ?? new SiteOptions();
            return args[0] switch
            {
                "backup" => await BackupAsync(options, file!, output, cancellationToken),
                "restore" => await RestoreAsync(options, file!, args.Contains(Force), output, cancellationToken),
                _ => await VerifyAsync(options, output, cancellationToken),
            };
        }
        catch (VerbRefusedException refusal)
        {
            await output.WriteLineAsync(refusal.Message);
            return 2;
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            await output.WriteLineAsync($"It cannot be done: {fault.Message}");
            return 2;
        }
    }

    private static async Task<int> BackupAsync(SiteOptions options, string file, TextWriter output, CancellationToken cancellationToken)
    {
        var manifest = await new Backup(options).WriteAsync(file, cancellationToken);
        await output.WriteLineAsync($"{file}: {manifest.Cases} cases, {manifest.AuditEntries} audit entries, {manifest.Files.Count} files, {manifest.Migrations[^1]}.");
        return 0;
    }

    private static async Task<int> RestoreAsync(SiteOptions options, string file, bool force, TextWriter output, CancellationToken cancellationToken)
    {
        var kept = await new Restore(options).ReadAsync(file, force, cancellationToken);
        if (kept is not null)
            await output.WriteLineAsync($"What was there before is kept as {kept}.");
        return await VerifyAsync(options, output, cancellationToken);
    }

    private static async Task<int> VerifyAsync(SiteOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        await using var db = SiteDatabase.Open(options.Connection);
        if (!await db.Database.CanConnectAsync(cancellationToken) || !(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
            throw new VerbRefusedException("There is no site's database; name it with --data DIR or --database CONNECTION.");
        await SiteDatabase.DemandThisVersionAsync(db, cancellationToken);
        var report = await AuditChain.VerifyAsync(db, cancellationToken);
        var files = await StoredFiles.FaultsAsync(db, options, cancellationToken);
        var locked = await LockedDocuments.FaultsAsync(db, cancellationToken);
        foreach (var fault in report.Faults.Concat(files.Faults).Concat(locked.Faults))
            await output.WriteLineAsync($"BROKEN {fault}");
        var isWhole = report.Faults.Count + files.Faults.Count + locked.Faults.Count == 0;
        await output.WriteLineAsync($"{report.Cases} cases with {report.Entries} audit entries, {report.AdministrativeEntries} administrative entries, "
            + $"{locked.Count} locked documents, {files.Count} files: "
            + (isWhole ? "whole." : $"faults: {report.Faults.Count} in chains, {locked.Faults.Count} in locked documents, {files.Faults.Count} in files."));
        return isWhole ? 0 : 1;
    }
}

/// <summary>The order cannot be carried out; the message says why and what to do. Nothing was changed.</summary>
public sealed class VerbRefusedException(string message) : Exception(message);
