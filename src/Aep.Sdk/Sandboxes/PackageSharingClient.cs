using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>
/// Packages that go to other organisations (<c>/exim/handshake</c>, <c>/exim/transfer</c>): first a partnership, then a transfer.
/// </summary>
public class PackageSharingClient
{
    private readonly ISandboxToolingApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected PackageSharingClient() => _api = null!;

    internal PackageSharingClient(ISandboxToolingApi api) => _api = api;

    /// <summary>Asks other organisations for a partnership. POST /handshake/bulkCreate.</summary>
    /// <param name="orgId">Id of the own organisation.</param>
    /// <param name="orgName">Its name.</param>
    /// <param name="targetOrgIds">Ids of the others.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<PartnershipRequests> RequestPartnershipsAsync(
        string orgId, string orgName, IEnumerable<string> targetOrgIds, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orgId);
        ArgumentNullException.ThrowIfNull(targetOrgIds);
        var body = new PartnershipBody([.. targetOrgIds], new OrganisationBody(orgId, orgName));
        return (await _api.RequestPartnershipsAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /handshake/bulkCreate");
    }

    /// <summary>Approves or rejects another organisation's request. POST /handshake/action.</summary>
    /// <param name="linkingId">The request's <see cref="Partnership.LinkingId"/>.</param>
    /// <param name="approve">True to approve it, false to reject it.</param>
    /// <param name="orgId">Id of the own organisation.</param>
    /// <param name="orgName">Its name.</param>
    /// <param name="region">Its region, for example <c>va7</c>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<Partnership> AnswerPartnershipAsync(
        string linkingId, bool approve, string orgId, string orgName, string region, string reason,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(linkingId);
        ArgumentException.ThrowIfNullOrEmpty(region);
        ArgumentException.ThrowIfNullOrEmpty(reason);
        var body = new PartnershipAnswerBody(
            linkingId, approve ? "APPROVED" : "REJECTED", reason, new RegionalOrganisationBody(orgId, orgName, region));
        return (await _api.AnswerPartnershipAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /handshake/action");
    }

    /// <summary>Requests for partnerships, page by page. GET /handshake/list.</summary>
    /// <param name="incoming">True for those of others, false for the own ones.</param>
    /// <param name="orderBy">Order such as <c>desc:createdDate</c>, the only member that can be sorted by; or null.</param>
    /// <param name="property">A filter such as <c>status==APPROVED</c>, or null.</param>
    public virtual AepPageable<Partnership> ListPartnershipsAsync(bool incoming, string? orderBy = null, string? property = null) =>
        ToolingPaging.List("GET /handshake/list", (page, size, cancellationToken) => _api.ListPartnershipsAsync(
            incoming ? "INCOMING" : "OUTGOING", page, size, orderBy, property, cancellationToken));

    /// <summary>Shares a package with partners. POST /transfer.</summary>
    /// <param name="packageId">Id of the package.</param>
    /// <param name="targetOrgIds">Ids of their organisations.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<PackageTransfer>> ShareAsync(
        string packageId, IEnumerable<string> targetOrgIds, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(packageId);
        ArgumentNullException.ThrowIfNull(targetOrgIds);
        var body = new TransferBody(packageId, [.. targetOrgIds.Select(id => new TransferBody.Target(id))]);
        return (await _api.ShareAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /transfer");
    }

    /// <summary>A transfer. GET /transfer/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<PackageTransfer> GetTransferAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetTransferAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /transfer/{transferID}");
    }

    /// <summary>Transfers, page by page. GET /transfer/list.</summary>
    /// <param name="isPublic">True for those of public packages, false for those between partners.</param>
    /// <param name="orderBy">Order such as <c>desc:createdDate</c>, the only member that can be sorted by; or null.</param>
    /// <param name="property">A filter such as <c>status==COMPLETED</c>, or null.</param>
    public virtual AepPageable<PackageTransfer> ListTransfersAsync(bool isPublic, string? orderBy = null, string? property = null) =>
        ToolingPaging.List("GET /transfer/list", (page, size, cancellationToken) => _api.ListTransfersAsync(
            isPublic ? "PUBLIC" : "PRIVATE", page, size, orderBy, property, cancellationToken));

    /// <summary>Takes over a public package from its payload. POST /transfer/pullRequest.</summary>
    /// <param name="orgId">Id of the organisation that it is from.</param>
    /// <param name="packageId">Id of the package.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<PackageTransfer> ImportPublicAsync(
        string orgId, string packageId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orgId);
        ArgumentException.ThrowIfNullOrEmpty(packageId);
        return (await _api.PullAsync(new PayloadReference(orgId, packageId), cancellationToken).ConfigureAwait(false))
            .Required("POST /transfer/pullRequest");
    }

    /// <summary>Organisation and package by which others take over a public package. GET /packages/payload/{id}.</summary>
    /// <param name="packageId">Id of the package.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<(string OrgId, string PackageId)> GetPayloadAsync(
        string packageId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(packageId);
        PayloadReference payload =
            (await _api.GetPayloadAsync(packageId, cancellationToken).ConfigureAwait(false)).Required("GET /packages/payload/{packageID}");
        return (payload.ImsOrgId, payload.PackageId);
    }
}
