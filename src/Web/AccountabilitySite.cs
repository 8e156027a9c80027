using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using WorkflowAccountability.Persistence;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Play;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.StudioApi;
using WorkflowAccountability.Web.Account;
using WorkflowAccountability.Web.Channels;
using WorkflowAccountability.Web.Jobs;
using WorkflowAccountability.Web.Operations;
using WorkflowAccountability.Web.Start;
using WorkflowAccountability.Web.Studio;

namespace WorkflowAccountability.Web;

/// <summary>The composition root. Harnesses compose the same site with services of their own, for instance a clock that they move.</summary>
public static class AccountabilitySite
{
    /// <summary>Builds the site, prepares its database and maps every endpoint.</summary>
    /// <param name="adjust">Replaces services after the site's own registrations.</param>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddOurs(args);
        var options = builder.Configuration.Get<SiteOptions>() ?? new SiteOptions();
        builder.Services.AddSingleton(options);
        // A line for a person at a demonstration; for a collector where the work is real.
        if (!options.Demo)
            builder.Logging.ClearProviders().AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat) = (true, "O"));
        builder.Services.AddJobs(options);
        builder.Services.AddChannels(builder.Configuration);
        builder.Services.AddPersistence(options.Connection);
        builder.Services.AddProcedure();
        builder.Services.AddSingleton(options.Documents);
        builder.Services.AddSandboxes((services, folder) => services.AddPersistence($"Data Source={Path.Combine(folder.FullName, "play.db")};Pooling=False"));
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = options.Documents.MostBytesOfRequest);
        builder.Services.AddStudioApi();
        builder.Services.AddAccounts();
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(form => form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        builder.Services.AddSiteFiles();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        SiteMetrics.Add(builder.Services);
        builder.Services.AddDataProtection().SetApplicationName("WorkflowAccountability").PersistKeysToDbContext<AccountabilityDb>().ProtectWith(options);
        builder.Services.AddTransient<PrepareDatabase>().AddTransient<DemoOfficials>().AddTransient<WorkedExample>().AddTransient<FirstAdministrator>();
        adjust?.Invoke(builder.Services);

        var app = builder.Build();
        // First of all, because everything after it may ask who came and how.
        app.UseTrustedProxies(options);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().RunAsync(CancellationToken.None);
        // Before the faults, so that their pages speak the reader's language and carry the headers too.
        app.UseRequestLocalization(localization => localization.SetDefaultCulture(Languages.All[0]).AddSupportedUICultures([.. Languages.All]));
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<Faults>();
        app.UseMiddleware<StudioFiles>();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = SiteFiles.KeepForGood });
        // After the files: no page's address, such as /papers/{id}, hides one.
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseStudioApi();
        app.UseAntiforgery();
        SiteHealth.Map(app);
        SiteMetrics.Map(app);
        app.MapAccounts();
        app.MapProcedure();
        app.MapStudioApi().RequireAuthorization(Viewer.Policy);
        ShowStudio.Map(app);
        app.MapJobs();
        return app;
    }
}
