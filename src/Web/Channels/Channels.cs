using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Web.Channels;

/// <summary>The ways out of the house that are configured. Settings that cannot work stop the start, all faults at once.</summary>
internal static class Channels
{
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail").Get<MailOptions>() ?? new MailOptions();
        var webhook = configuration.GetSection("Webhook").Get<WebhookOptions>() ?? new WebhookOptions();
        var bounces = configuration.GetSection("Bounces").Get<BounceOptions>() ?? new BounceOptions();
        string[] faults = [.. mail.Faults(), .. webhook.Faults(), .. bounces.Faults()];
        if (faults.Length > 0)
            throw new StartRefusedException("Messages could not leave:\n" + string.Join('\n', faults));
        if (mail.Host is not null)
            services.AddSingleton<Channel>(new MailChannel(mail));
        if (bounces.Host is not null)
            services.AddSingleton<Bounces>(new BounceMailbox(bounces));
        if (webhook.Address is not null)
            services.AddSingleton<Channel>(provider => new WebhookChannel(webhook,
                new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(webhook.TimeoutSeconds) },
                provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
