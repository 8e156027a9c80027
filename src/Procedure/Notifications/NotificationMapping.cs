using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkflowAccountability.Procedure.Notifications;

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.HasIndex(notice => notice.RecipientKey);
        builder.Ignore(notice => notice.Text);
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder) => builder.ToTable("Outbox").HasIndex(message => new { message.SentAt, message.NotBefore });
}
