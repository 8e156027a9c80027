using System.Collections;
using Microsoft.Extensions.Configuration;
using WorkflowAccountability.Web.Channels;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Web.Tests.Operations;

public sealed class EnvironmentSettingsTests
{
    [Fact]
    public void Every_setting_has_a_name_that_systemd_takes()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(EnvironmentSettings.Of(new Hashtable
        {
            ["ACCOUNTABILITY_METRICS_TOKEN"] = "7Qd2", ["ACCOUNTABILITY_KEY_CERTIFICATE_PASSWORD"] = "secret", ["ACCOUNTABILITY_KNOWN_PROXIES"] = "127.0.0.1",
            ["ACCOUNTABILITY_DATABASE"] = "Host=db", ["ACCOUNTABILITY_MAIL__HOST"] = "mail", ["PATH"] = "/usr/bin",
        })).Build();

        var site = settings.Get<SiteOptions>()!;
        (site.MetricsToken, site.KeyCertificatePassword, site.KnownProxies, site.Connection).ShouldBe(("7Qd2", "secret", "127.0.0.1", "Host=db"));
        settings.GetSection("Mail").Get<MailOptions>()!.Host.ShouldBe("mail");
        settings["PATH"].ShouldBeNull();
    }

    [Fact]
    public void The_unit_of_systemd_names_only_settings_that_there_are()
    {
        var unit = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Operations", "accountability.service"));

        var named = unit.SelectMany(line => System.Text.RegularExpressions.Regex.Matches(line, "ACCOUNTABILITY_([A-Z_]+)=").Select(match => match.Groups[1].Value)).ToList();

        named.ShouldContain("KNOWN_PROXIES");
        var known = typeof(SiteOptions).GetProperties().Select(property =>
            ((ConfigurationKeyNameAttribute?)Attribute.GetCustomAttribute(property, typeof(ConfigurationKeyNameAttribute)))?.Name ?? property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        named.ShouldAllBe(name => known.Contains(name.Replace('_', '-')));
    }
}
