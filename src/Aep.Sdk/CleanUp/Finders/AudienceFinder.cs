using Aep.Sdk.Segmentation;

namespace Aep.Sdk.CleanUp;

/// <summary>Segments, and audiences that are none, such as those brought in from elsewhere.</summary>
internal sealed class AudienceFinder(SegmentationClient segmentation)
{
    public async Task FindAsync(CleanUpSelection selection, CleanUpFindings found, CancellationToken cancellationToken)
    {
        await foreach (Segment segment in segmentation.ListAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (selection.Includes(segment.Name))
                found.Add(
                    CleanUpStage.Audiences, "segment", segment.Id, segment.Name, token => segmentation.DeleteAsync(segment.Id, token));
        }

        // A segment is an audience, too, with the same id.
        IReadOnlySet<string> segments = found.IdsOf(CleanUpStage.Audiences);
        await foreach (Audience audience in segmentation.Audiences.ListAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (selection.Includes(audience.Name) && !segments.Contains(audience.Id))
                found.Add(CleanUpStage.Audiences, "audience", audience.Id, audience.Name,
                    token => segmentation.Audiences.DeleteAsync(audience.Id, token));
        }
    }
}
