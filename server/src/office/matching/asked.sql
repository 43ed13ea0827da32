-- How often each of a region's directory was asked: an evening counts once, each page more that was sent for it once more.
-- $3 since when it counts
select person, sum(pages)::bigint as times from sat where sat_on > $3 group by person order by person
